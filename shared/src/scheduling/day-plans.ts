import type { Weekday } from '../contracts/schedule.ts';
import { dateOfDay, minuteOfTime, weekdayOf } from './civil-date.ts';
import type { Interval } from './intervals.ts';
import type { Hours } from './query.ts';
import { dayMs, minuteMs } from '../time/index.ts';

/** Hours and breaks on the wall clock: of one day, in milliseconds after its midnight, or of many. */
export type Plan = { readonly hours: readonly Interval[]; readonly breaks: readonly Interval[] };

const closed: Plan = { hours: [], breaks: [] };
const weekdays: readonly Weekday[] = ['0', '1', '2', '3', '4', '5', '6'];

/**
 * The wall-clock hours and breaks that begin on the days `first` to `last`.
 * An override replaces what begins on its date, hours and breaks alike; a night shift that began the day before stays,
 * and so do the breaks of the next day in a night shift that the override begins.
 */
export function planDays(ofExpert: Hours, first: number, last: number): Plan {
  const weekly = weekdays.map((weekday) => weeklyPlan(ofExpert, weekday));
  const overrides = overridePlans(ofExpert);
  const hours: Interval[] = [];
  const breaks: Interval[] = [];
  for (let day = first; day <= last; day += 1) {
    const override = overrides.size > 0 ? overrides.get(dateOfDay(day)) : undefined;
    const plan = override ?? weekly[weekdayOf(day)] ?? closed;
    for (const interval of plan.hours) hours.push(onDay(interval, day));
    for (const interval of plan.breaks) breaks.push(onDay(interval, day));
  }
  return { hours, breaks };
}

function onDay({ start, end }: Interval, day: number): Interval {
  return { start: day * dayMs + start, end: day * dayMs + end };
}

function weeklyPlan({ workingHours, breakTimes }: Hours, weekday: Weekday): Plan {
  const hours = workingHours[weekday];
  // A break belongs to the day it starts (S6), so a day off can have one: it falls into the night shift before.
  const breaks = breakTimes.filter(({ days }) => days.includes(Number(weekday)));
  return { hours: hours.enabled ? [clockInterval(hours)] : [], breaks: breaks.map(clockInterval) };
}

/** By date. Several entries for one date add up; an entry without an interval adds nothing, so alone it closes. */
function overridePlans({ dateOverrides }: Hours): Map<string, Plan> {
  const plans = new Map<string, Plan>();
  for (const { date, intervals } of dateOverrides) {
    const earlier = plans.get(date)?.hours ?? [];
    plans.set(date, { hours: [...earlier, ...intervals.map(clockInterval)], breaks: [] });
  }
  return plans;
}

/** An end that is not after its start is on the next day; `24:00` is the midnight that closes the day. */
function clockInterval(clock: { start: string; end: string }): Interval {
  const start = minuteOfTime(clock.start) * minuteMs;
  const end = minuteOfTime(clock.end) * minuteMs;
  return { start, end: end > start ? end : end + dayMs };
}
