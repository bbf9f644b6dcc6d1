import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { monthKey } from '../../../lib/time/days.ts';
import { availableDatesQueryOptions } from './available-dates.ts';
import type { TimesFilter } from './keys.ts';

type Opening = TimesFilter & {
  expertId: string;
  /** Where looking begins: now. */
  from: Date;
  /** A day that is chosen first if it is free. */
  preferred?: string | undefined;
  /** False where a day was chosen already. */
  enabled: boolean;
};

/**
 * The day that a calendar opens with: the preferred one, else the first free one, in whatever month. Null where none is
 * free within the expert's horizon, undefined until it is known.
 */
export function useOpeningDay({ from, preferred, enabled, ...of }: Opening): string | null | undefined {
  const options = (month: string) => ({
    ...availableDatesQueryOptions({ ...of, month }),
    placeholderData: keepPreviousData,
  });
  const wished = useQuery({
    ...options(preferred?.slice(0, 7) ?? ''),
    enabled: enabled && preferred !== undefined,
  });
  const isWishFree = preferred !== undefined && wished.data?.availableDates.includes(preferred) === true;
  const isWishOpen = preferred !== undefined && wished.isPending;
  const first = useQuery({ ...options(monthKey(from, of.timezone)), enabled: enabled && !isWishOpen && !isWishFree });
  if (!enabled) return undefined;
  if (isWishFree) return preferred;
  return first.data && (first.data.availableDates[0] ?? first.data.nextAvailableDate);
}
