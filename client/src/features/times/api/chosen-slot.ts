import type { TimesFilter } from './keys.ts';
import { useAvailability } from './availability.ts';

type ChosenSlotOf = TimesFilter & {
  expertId: string;
  /** The day of the slot; null where none is chosen yet. */
  date: string | null;
  /** The instant of the slot that was chosen. */
  startsAt: string | null;
};

type ChosenSlot = {
  /** Null once it has ceased to be free. */
  chosen: string | null;
  /** Why: somebody was faster, or a session of this length does not fit there. */
  lost?: 'taken' | 'misfit';
};

/** The chosen slot, for as long as it is free. */
export function useChosenSlot({ date, startsAt, ...filter }: ChosenSlotOf): ChosenSlot {
  const { data, isPlaceholderData } = useAvailability({ ...filter, date: date ?? '' });
  if (startsAt === null || data === undefined || isPlaceholderData) return { chosen: startsAt };
  const slot = data.availableSlots.find((candidate) => candidate.startsAt === startsAt);
  if (slot?.available === true) return { chosen: startsAt };
  const isTaken = slot?.reason === 'booked' || slot?.reason === 'held';
  return { chosen: null, lost: isTaken ? 'taken' : 'misfit' };
}
