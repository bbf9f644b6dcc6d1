import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from '../../../lib/api/request.ts';
import { nextMonthKey } from '../../../lib/time/days.ts';
import { timeKeys, type TimesFilter } from './keys.ts';

type MonthOf = TimesFilter & { expertId: string; month: string };

/** The days of a month with a free time, and the next such day where it has none. */
export function availableDatesQueryOptions({ expertId, ...month }: MonthOf) {
  return queryOptions({
    queryKey: timeKeys.month(expertId, month),
    queryFn: ({ signal }) =>
      request('GET /experts/:id/available-dates', { params: { id: expertId }, query: month, signal }),
    staleTime: 30_000,
  });
}

/** The days of a month with a free time. The month after is fetched as well: it is the likeliest next question. */
export function useAvailableDates(of: MonthOf) {
  const queryClient = useQueryClient();
  const { expertId, month, duration, sessionTypeId, timezone, moving } = of;
  const query = useQuery({ ...availableDatesQueryOptions(of), placeholderData: keepPreviousData });
  const isHere = query.isSuccess && !query.isPlaceholderData;
  useEffect(() => {
    if (!isHere) return;
    const filter = { expertId, duration, sessionTypeId, timezone, moving };
    const next = availableDatesQueryOptions({ ...filter, month: nextMonthKey(month) });
    // A guess ahead: where it fails, the month is asked for again when it is really wanted.
    queryClient.query(next).catch(() => undefined);
  }, [isHere, queryClient, expertId, month, duration, sessionTypeId, timezone, moving]);
  return query;
}
