import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OrderStatus } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { bookingKeys } from './keys.ts';

export function orderQueryOptions(paymentId: string) {
  return queryOptions({
    queryKey: bookingKeys.order(paymentId),
    queryFn: async ({ signal }): Promise<OrderStatus> =>
      (await request('GET /payments/orders/:id', { params: { id: paymentId }, signal })).order,
    // What became of money is never answered from memory.
    staleTime: 0,
  });
}

type Watch = {
  enabled: boolean;
  /** Milliseconds between two looks; false for one look only. */
  every: number | false;
};

/**
 * The state of an order, watched for as long as it can change. Stops while the browser is offline, and goes on after.
 * @param paymentId in an old address, the gateway's id of its checkout
 */
export function useOrder(paymentId: string, { enabled, every }: Watch) {
  return useQuery({
    ...orderQueryOptions(paymentId),
    enabled,
    refetchInterval: every,
    refetchIntervalInBackground: true,
  });
}
