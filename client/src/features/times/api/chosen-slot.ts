import type { TimesFilter } from './keys.ts';
import { useAvailability } from './availability.ts';

type ChosenSlotOf = TimesFilter & {
  expertId: string;
  /** The day of the slot; null where none is chosen yet. */
  date: string | null;
  /** The instant of the slot that was chosen. */
  startsAt: string | null;
};

/** The chosen slot, for as long as it is free; null afterwards. */
export function useChosenSlot({ date, startsAt, ...filter }: ChosenSlotOf): string | null {
  const { data, isPlaceholderData } = useAvailability({ ...filter, date: date ?? '' });
  if (startsAt === null || data === undefined || isPlaceholderData) return startsAt;
  return data.availableSlots.some((slot) => slot.startsAt === startsAt && slot.available) ? startsAt : null;
}
