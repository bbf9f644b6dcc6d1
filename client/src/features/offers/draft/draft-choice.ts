import type { CancellationPolicy } from '@serene/shared/contracts';
import { priceMinor, toMajorUnits, toMinorUnits } from '@serene/shared/money';
import { choiceOfHour, type OfferChoice } from '../offer-choice.ts';
import type { HourlyDraft } from './hourly-draft.ts';
import { priceOf, type OfferDraft } from './offer-draft.ts';
import { readAmount } from './read-amount.ts';

/** What of the expert's own rules a card shows. */
type ShownRules = { requiresApproval: boolean; cancellationPolicy: CancellationPolicy };

/** A session type as its card will be. A length or a price that cannot be read yet is left out. */
export function choiceOfDraft(draft: OfferDraft, rules: ShownRules, untitled: string): OfferChoice {
  const duration = Number(draft.durationMinutes);
  const amount = priceOf(draft);
  return {
    id: '',
    sessionTypeId: null,
    title: draft.title.trim() === '' ? untitled : draft.title,
    description: draft.description,
    prices: amount !== undefined && duration > 0 ? [{ duration, amount }] : [],
    currency: draft.currency,
    color: draft.color,
    isPathway: draft.category === 'pathway',
    isForMembers: draft.access === 'members',
    requiresApproval: draft.requiresApproval ?? rules.requiresApproval,
    cancellationPolicy: draft.cancellationPolicy ?? rules.cancellationPolicy,
    sessionType: null,
  };
}

/** The expert's hour as its card will be, by the server's own rule for prices. */
export function choiceOfHourlyDraft({ rate, currency, durations }: HourlyDraft, rules: ShownRules): OfferChoice {
  const { requiresApproval, cancellationPolicy } = rules;
  const amount = readAmount(rate);
  const rateMinor = amount === undefined ? undefined : toMinorUnits(amount, currency);
  const prices =
    rateMinor === undefined
      ? []
      : durations.map((duration) => {
          const amountMinor = priceMinor(rateMinor, duration);
          return { duration, amountMinor, amount: toMajorUnits(amountMinor, currency) };
        });
  return choiceOfHour({ prices, currency, requiresApproval, cancellationPolicy });
}
