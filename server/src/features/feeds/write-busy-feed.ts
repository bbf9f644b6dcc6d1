import { dayMs } from '@serene/shared/time';
import { createHash } from 'node:crypto';
import { mergedTimes, type TimeSpan } from '@serene/shared/scheduling';
import { ICalEventBusyStatus, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import { findBusy } from '../claims/index.ts';
import { findExpertOfUser } from '../experts/index.ts';
import { feedCalendar, type MailBrand } from '../notifications/index.ts';

/** How far ahead others can see: beyond the horizon of the slots there is little. */
const aheadMs = 180 * dayMs;

/**
 * When an expert is taken, as a calendar that they can pass on: sessions with their buffers and time off, without a name
 * and without telling two sessions in a row from one long one. As events, not as VFREEBUSY, which the calendars that
 * people use do not show.
 * @throws AppError NOT_FOUND when the person is an expert no more
 */
export async function writeBusyFeed(
  userId: Types.ObjectId,
  { brand, now }: { brand: MailBrand; now: Date },
): Promise<string> {
  const expert = await findExpertOfUser(userId);
  if (!expert) throw notFound('The calendar');
  const to = new Date(now.getTime() + aheadMs);
  const busy = await findBusy({ expertId: expert._id, from: now, to, now });
  const sold = busy.filter(([, , kind]) => kind === 'booked').map(([start, end]) => ({ start, end }));
  const off = (expert.schedule.timeOff ?? []).map(({ startsAt, endsAt }) => ({
    start: Date.parse(startsAt),
    end: Date.parse(endsAt),
  }));
  const spans = mergedTimes([...sold, ...off]).filter(({ start, end }) => end > now.getTime() && start < to.getTime());
  const entries = spans.map((span) => ({
    id: `${nameOf(span, expert._id)}@serene`,
    stamp: now,
    start: new Date(span.start),
    end: new Date(span.end),
    summary: 'Busy',
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: ICalEventBusyStatus.BUSY,
  }));
  return feedCalendar(`${expert.name} (busy)`, entries, brand);
}

/** The same for the same time at each reading, and no key to anything. */
function nameOf({ start, end }: TimeSpan, expertId: Types.ObjectId): string {
  return createHash('sha256').update(`${expertId.toHexString()} ${start} ${end}`).digest('hex').slice(0, 32);
}
