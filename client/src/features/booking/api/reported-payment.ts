import { useQuery } from '@tanstack/react-query';
import type { ReportedPayment } from '@serene/shared/contracts';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import { bookingKeys } from './keys.ts';

/** What became of the payment that the gateway reported through this browser; null where it reported none. */
export function useReportedPayment() {
  return useQuery({
    queryKey: bookingKeys.reported,
    queryFn: async ({ signal }): Promise<ReportedPayment | null> => {
      try {
        return (await request('GET /payments/reported', { signal })).payment;
      } catch (error) {
        if (hasCode(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.outcome === 'pending' ? 3000 : false),
  });
}
