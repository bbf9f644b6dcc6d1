import { weekdays, type Expert, type ExpertCard, type OwnExpert, type Schedule } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import { roundToStep } from '../../gateways/payment/amounts.ts';
import type { ExpertRecord } from './model.ts';
import { hourlyOfferOf } from './offer.ts';

/** An expert as a list shows them. */
export function presentExpertCard(expert: ExpertRecord): ExpertCard {
  const rateMinor = roundToStep(expert.rateMinor, expert.currency);
  const offer = hourlyOfferOf(expert);
  return {
    id: expert._id.toHexString(),
    slug: expert.slug,
    name: expert.name,
    avatar: expert.avatar,
    category: expert.category,
    headline: expert.headline,
    rate: toMajorUnits(rateMinor, expert.currency),
    rateMinor,
    currency: expert.currency,
    timezone: expert.schedule.timezone,
    languages: expert.languages,
    rating: { average: expert.ratingCount === 0 ? null : expert.ratingAverage, count: expert.ratingCount },
    durations: [...offer.durations],
    prices: offer.durations.map((duration) => {
      const amountMinor = offer.priceMinor(duration);
      return { duration, amount: toMajorUnits(amountMinor, expert.currency), amountMinor };
    }),
    hasFreeTalk: expert.hasFreeTalk ?? false,
  };
}

/** The public profile. Days off stay private: slots show what they leave free, not why. */
export function presentExpert(expert: ExpertRecord): Expert {
  const { schedule } = expert;
  return {
    ...presentExpertCard(expert),
    about: expert.about,
    cancellationPolicy: expert.cancellationPolicy,
    requiresApproval: expert.requiresApproval,
    workingHours: schedule.workingHours,
    workingDays: workingDaysOf(schedule),
    breakTimes: schedule.breakTimes,
    slotDuration: schedule.slotDuration,
    bufferMinutes: schedule.bufferMinutes,
    minimumNoticeMinutes: schedule.minimumNoticeMinutes,
    maximumAdvanceDays: schedule.maximumAdvanceDays,
  };
}

/** What the owner sees: the profile and the days off. */
export function presentOwnExpert(expert: ExpertRecord): OwnExpert {
  const { dateOverrides, timeOff } = expert.schedule;
  return { ...presentExpert(expert), dateOverrides, timeOff };
}

function workingDaysOf({ workingHours }: Schedule): number[] {
  return weekdays.filter((day) => workingHours[day].enabled).map(Number);
}
