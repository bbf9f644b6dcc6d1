import { inTransaction } from '../../../infra/mongo.ts';
import { deleteHold } from '../../claims/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { movePayment } from '../records/payment-repository.ts';

/**
 * Gives a slot back: the payment is closed and its hold deleted, both or none. A payment that was settled or refunded
 * meanwhile is left alone, and so is one that got its order, where only a payment without one is to be released.
 * @returns whether the payment was still open
 */
export async function releaseHold(
  payment: Pick<PaymentRecord, '_id' | 'claimId' | 'expertId'>,
  { to, now, onlyWithoutOrder = false }: { to: 'failed' | 'expired'; now: Date; onlyWithoutOrder?: boolean },
): Promise<boolean> {
  return inTransaction(
    async (transaction) => {
      if (!(await movePayment(payment._id, { to, now, onlyWithoutOrder }, transaction))) return false;
      await deleteHold({ claimId: payment.claimId, paymentId: payment._id }, transaction);
      return true;
    },
    { timeOf: payment.expertId },
  );
}
