import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OrderStatus } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { bookingKeys } from './keys.ts';

export function orderQueryOptions(orderId: string) {
  return queryOptions({
    queryKey: bookingKeys.order(orderId),
    queryFn: async ({ signal }): Promise<OrderStatus> =>
      (await request('GET /payments/orders/:orderId', { params: { orderId }, signal })).order,
    // What became of money is never answered from memory.
    staleTime: 0,
  });
}

type Watch = {
  enabled: boolean;
  /** Milliseconds between two looks; false for one look only. */
  every: number | false;
};

/** The state of an order, watched for as long as it can change. Stops while the browser is offline, and goes on after. */
export function useOrder(orderId: string, { enabled, every }: Watch) {
  return useQuery({
    ...orderQueryOptions(orderId),
    enabled,
    refetchInterval: every,
    refetchIntervalInBackground: true,
  });
}
