import { minuteMs } from '@serene/shared/time';
import type { Slot, TimeSlot } from '@serene/shared/contracts';
import { availableDates, dayBounds, monthBounds, slots, type GridSlot } from '@serene/shared/scheduling';
import { isoWriter } from './iso-writer.ts';
import { nextAvailableDate } from './next-available-date.ts';
import { loadSlotQuery, type SlotView } from './slot-query.ts';

/** Every grid slot of a day of the viewer's zone, past days included (rule S6); where none is free, the next day with one. */
export async function listSlotsOfDay(
  date: string,
  view: SlotView,
): Promise<{ availableSlots: Slot[]; nextAvailableDate: string | null }> {
  const day = dayBounds(date, view.timezone);
  const found = slots(await loadSlotQuery({ ...view, ...day }));
  const isFree = found.some(({ available }) => available);
  return {
    availableSlots: presentSlots(found),
    nextAvailableDate: isFree ? null : await nextAvailableDate(view, day.to),
  };
}

/** The days of a month, `YYYY-MM`, of the viewer's zone that have a free slot; where none has, the next day after it. */
export async function listDatesOfMonth(
  month: string,
  view: SlotView,
): Promise<{ availableDates: string[]; nextAvailableDate: string | null }> {
  const bounds = monthBounds(month, view.timezone);
  const dates = availableDates(await loadSlotQuery({ ...view, ...bounds }));
  return {
    availableDates: dates,
    nextAvailableDate: dates.length > 0 ? null : await nextAvailableDate(view, bounds.to),
  };
}

/** The starts of a day, each free or with its reason, or the free ones of a month, as `/scheduling` lists them. */
export async function listTimeSlots(
  { date, month }: { date?: string | undefined; month?: string | undefined },
  view: SlotView,
): Promise<TimeSlot[]> {
  const bounds = date === undefined ? monthBounds(month ?? '', view.timezone) : dayBounds(date, view.timezone);
  const found = slots(await loadSlotQuery({ ...view, ...bounds }));
  const iso = isoWriter();
  const lengthMs = view.terms.durationMinutes * minuteMs;
  return found
    .filter(({ available }) => available || date !== undefined)
    .map(({ startsAt, available, reason }) => ({
      startTime: iso(startsAt),
      endTime: iso(startsAt + lengthMs),
      available,
      ...(reason === undefined ? {} : { reason }),
    }));
}

function presentSlots(found: readonly GridSlot[]): Slot[] {
  const iso = isoWriter();
  return found.map(({ time, available, reason, startsAt }) => {
    const slot = { time, available, startsAt: iso(startsAt) };
    return reason === undefined ? slot : { ...slot, reason };
  });
}
