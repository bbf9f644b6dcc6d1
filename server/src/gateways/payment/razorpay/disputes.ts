import type Razorpay from 'razorpay';
import type { PaymentGateway } from '../port.ts';
import { read } from './client.ts';
import { collectionOf, disputeSchema, pathId } from './entities.ts';

/** The part of the gateway that deals with disputes. */
export function createDisputes(sdk: Razorpay): Pick<PaymentGateway, 'fetchDispute' | 'fetchLatestDisputes'> {
  return {
    fetchDispute: async (disputeId) => {
      const id = pathId('dispute', disputeId);
      return read('The dispute', disputeSchema, () => sdk.disputes.fetch(id));
    },
    fetchLatestDisputes: () =>
      read('The list of disputes', collectionOf(disputeSchema), () => sdk.disputes.all({ count: 100 })),
  };
}
