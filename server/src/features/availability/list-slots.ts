import type { Slot } from '@serene/shared/contracts';
import { availableDates, dayBounds, monthBounds, slots, type GridSlot } from '@serene/shared/scheduling';
import { isoWriter } from './iso-writer.ts';
import { nextAvailableDate } from './next-available-date.ts';
import { loadSlotQuery, type SlotRange } from './slot-query.ts';

export type Viewed = Pick<SlotRange, 'expert' | 'now' | 'durationMinutes'> & { timezone: string };

/** Every grid slot of a day of the viewer's zone, past days included (rule S6); where none is free, the next day with one. */
export async function listSlotsOfDay(
  date: string,
  viewed: Viewed,
): Promise<{ availableSlots: Slot[]; nextAvailableDate: string | null }> {
  const day = dayBounds(date, viewed.timezone);
  const found = slots(await loadSlotQuery({ ...viewed, ...day }));
  const isFree = found.some(({ available }) => available);
  return {
    availableSlots: presentSlots(found),
    nextAvailableDate: isFree ? null : await nextAvailableDate(viewed, day.to),
  };
}

/** The days of a month, `YYYY-MM`, of the viewer's zone that have a free slot; where none has, the next day after it. */
export async function listDatesOfMonth(
  month: string,
  viewed: Viewed,
): Promise<{ availableDates: string[]; nextAvailableDate: string | null }> {
  const bounds = monthBounds(month, viewed.timezone);
  const dates = availableDates(await loadSlotQuery({ ...viewed, ...bounds }));
  return {
    availableDates: dates,
    nextAvailableDate: dates.length > 0 ? null : await nextAvailableDate(viewed, bounds.to),
  };
}

function presentSlots(found: readonly GridSlot[]): Slot[] {
  const iso = isoWriter();
  return found.map(({ time, available, reason, startsAt }) => {
    const slot = { time, available, startsAt: iso(startsAt) };
    return reason === undefined ? slot : { ...slot, reason };
  });
}
