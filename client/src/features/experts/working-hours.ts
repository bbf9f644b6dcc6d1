import type { Expert } from '@serene/shared/contracts';
import { weekdayName } from '../../lib/time/format.ts';

export type DayHours = { day: string; start: string; end: string; nextDay: boolean };

/** The days an expert works, Monday first as a week is read; an end that is not after its start is the next day's (S2). */
export function workingWeek({ workingHours }: Pick<Expert, 'workingHours'>): DayHours[] {
  const days = Object.entries(workingHours).map(([key, hours]) => ({ index: Number(key), hours }));
  return days
    .filter(({ hours }) => hours.enabled)
    .toSorted((a, b) => ((a.index + 6) % 7) - ((b.index + 6) % 7))
    .map(({ index, hours: { start, end } }) => ({
      day: weekdayName(index),
      start,
      end,
      nextDay: end <= start,
    }));
}
