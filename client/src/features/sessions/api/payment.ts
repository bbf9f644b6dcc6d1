import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import type { PaymentDetails } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { sessionKeys } from './keys.ts';

/** Milliseconds between two looks while money is on its way back. */
const lookEvery = 5000;

function paymentQueryOptions(paymentId: string | null) {
  return queryOptions({
    queryKey: sessionKeys.payment(paymentId ?? ''),
    queryFn:
      paymentId === null
        ? skipToken
        : async ({ signal }): Promise<PaymentDetails> =>
            (await request('GET /payments/:id', { params: { id: paymentId }, signal })).payment,
    // What became of money is never answered from memory.
    staleTime: 0,
  });
}

/** The money of the person's own booking, if anything was paid; watched for as long as a refund is on its way. */
export function usePayment(paymentId: string | null) {
  return useQuery({
    ...paymentQueryOptions(paymentId),
    refetchInterval: ({ state }) => (state.data?.refunds.some(isOnItsWay) === true ? lookEvery : false),
  });
}

function isOnItsWay({ status }: PaymentDetails['refunds'][number]): boolean {
  return status === 'queued' || status === 'sent';
}
