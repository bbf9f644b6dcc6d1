import { DateTime } from 'luxon';
import type { SlotReason } from '../contracts/experts.ts';
import type { Hours, SlotQuery } from './query.ts';
import type { GridSlot } from './slots.ts';

// The rules of the slots once more, as slow and as obvious as they can be written: look at the clock on the wall every
// five minutes and ask what it means. Nothing is shared with the engine, and all zone arithmetic is luxon's.

/** A slot and the date it belongs to: the viewer's, at its start. */
export type ObviousSlot = { date: string; slot: GridSlot };

const fiveMinutes = 300_000;

/** Right for all time since 2012; before, some clocks changed at one minute past. */
export function obviousSlots(query: SlotQuery): ObviousSlot[] {
  const found: ObviousSlot[] = [];
  const clock = wallClock(query.hours.timezone);
  for (let instant = Math.ceil(query.from / fiveMinutes) * fiveMinutes; instant < query.to; instant += fiveMinutes) {
    if (!isOnGrid(query.hours, clock(instant))) continue;
    const reason = obstacle(query, instant, clock);
    const viewer = DateTime.fromMillis(instant, { zone: query.timezone });
    const slot = { startsAt: instant, time: viewer.toFormat('HH:mm') };
    found.push({
      date: String(viewer.toISODate()),
      slot: reason === null ? { ...slot, available: true } : { ...slot, available: false, reason },
    });
  }
  return found;
}

/** A day on the calendar; Sunday is 0. */
type Day = { date: string; weekday: number };
/** What the expert sees on clock and calendar: minutes since midnight, today, and the day before on the calendar. */
type Moment = { minute: number; today: Day; yesterday: Day };
type WallClock = (instant: number) => Moment;

/** Remembers what it read, since the minutes of neighbouring slots are the same. */
function wallClock(zone: string): WallClock {
  const readings = new Map<number, Moment>();
  const dayOf = (moment: DateTime) => ({ date: String(moment.toISODate()), weekday: moment.weekday % 7 });
  const read = (moment: DateTime) => {
    // In UTC, since what the clocks did in between does not matter to the calendar.
    const yesterday = DateTime.utc(moment.year, moment.month, moment.day).minus({ days: 1 });
    return { minute: moment.hour * 60 + moment.minute, today: dayOf(moment), yesterday: dayOf(yesterday) };
  };
  return (instant) => {
    const reading = readings.get(instant) ?? read(DateTime.fromMillis(instant, { zone }));
    readings.set(instant, reading);
    return reading;
  };
}

function obstacle(query: SlotQuery, start: number, clock: WallClock): SlotReason | null {
  const { hours, terms, now } = query;
  const end = start + terms.durationMinutes * 60_000;
  const bufferEnd = end + terms.bufferMinutes * 60_000;
  const session: Moment[] = [];
  for (let instant = start; instant < end; instant += fiveMinutes) session.push(clock(instant));
  const taken = query.busy.filter(([from, to]) => from < bufferEnd && start < to);

  if (start < now) return 'past';
  if (start < now + terms.minimumNoticeMinutes * 60_000) return 'notice';
  if (start > now + terms.maximumAdvanceDays * 86_400_000) return 'outside';
  if (!session.every((moment) => minutesInto(moment, (day) => hoursOfDay(hours, day)).length > 0)) return 'outside';
  if (hours.timeOff.some((off) => Date.parse(off.startsAt) < end && start < Date.parse(off.endsAt))) return 'outside';
  if (session.some((moment) => minutesInto(moment, (day) => breaksOf(hours, day)).length > 0)) return 'break';
  if (taken.some(([, , kind]) => kind !== 'held')) return 'booked';
  return taken.length > 0 ? 'held' : null;
}

function isOnGrid(hours: Hours, moment: Moment): boolean {
  return minutesInto(moment, (day) => hoursOfDay(hours, day)).some((minutes) => minutes % hours.slotDuration === 0);
}

type Span = { start: string; end: string };

/** How many minutes after its start, for each span of today, or of last night, that the clock is in. */
function minutesInto({ minute, today, yesterday }: Moment, spansOf: (day: Day) => Span[]): number[] {
  const todays = spansOf(today).map((span) => ({ span, now: minute }));
  const lastNights = spansOf(yesterday).map((span) => ({ span, now: minute + 1440 }));
  return [...todays, ...lastNights]
    .filter(({ span, now }) => minutes(span.start) <= now && now < endMinutes(span))
    .map(({ span, now }) => now - minutes(span.start));
}

function hoursOfDay(hours: Hours, day: Day): Span[] {
  const overrides = overridesOf(hours, day);
  if (overrides.length > 0) return overrides.flatMap(({ intervals }) => intervals);
  return Object.entries(hours.workingHours)
    .filter(([weekday, { enabled }]) => Number(weekday) === day.weekday && enabled)
    .map(([, span]) => span);
}

function breaksOf(hours: Hours, day: Day): Span[] {
  if (overridesOf(hours, day).length > 0) return [];
  return hours.breakTimes.filter(({ days }) => days.includes(day.weekday));
}

function overridesOf({ dateOverrides }: Hours, day: Day): Hours['dateOverrides'] {
  return dateOverrides.filter(({ date }) => date === day.date);
}

function minutes(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function endMinutes({ start, end }: Span): number {
  return minutes(end) > minutes(start) ? minutes(end) : minutes(end) + 1440;
}
