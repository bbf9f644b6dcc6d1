import { generic, invalid, unknownId } from '../errors.ts';
import { commit, findPayment, unixNow, type Gateway } from '../gateway.ts';
import { newId } from '../state/ids.ts';
import type { Dispute } from '../state/records.ts';

/** A business has some days to contest a chargeback (Razorpay docs: Disputes); how many depends on the bank. */
const respondWithinSeconds = 7 * 86_400;

/**
 * The customer's bank disputes a captured payment, all of it when no amount is given. Until it ends nothing of the
 * payment can be refunded.
 * @throws ApiError when nothing of the payment was captured, or not so much
 */
export function openDispute(gateway: Gateway, paymentId: string, amount?: number): Dispute {
  const payment = findPayment(gateway, paymentId);
  if (!payment.captured) throw generic('Only a captured payment can be disputed.');
  if (amount !== undefined && amount > payment.amount) throw invalid('More than was captured.', 'amount');
  const now = unixNow(gateway);
  const dispute: Dispute = {
    id: newId('dispute'),
    paymentId,
    amount: amount ?? payment.amount,
    currency: payment.currency,
    status: 'open',
    respondBy: now + respondWithinSeconds,
    createdAt: now,
  };
  commit(gateway, { disputes: [dispute] }, [{ event: 'payment.dispute.created', dispute, payment }]);
  return dispute;
}

/** The bank decides, or the customer withdraws (`closed`). @throws ApiError when it has ended already */
export function closeDispute(gateway: Gateway, disputeId: string, outcome: 'won' | 'lost' | 'closed'): Dispute {
  const open = findDispute(gateway, disputeId);
  if (open.status !== 'open') throw generic(`The dispute is ${open.status} already.`);
  const dispute: Dispute = { ...open, status: outcome };
  const payment = findPayment(gateway, dispute.paymentId);
  commit(gateway, { disputes: [dispute] }, [{ event: `payment.dispute.${outcome}`, dispute, payment }]);
  return dispute;
}

/** @throws ApiError when the dispute is unknown */
export function findDispute({ store }: Pick<Gateway, 'store'>, disputeId: string): Dispute {
  const dispute = store.disputes.get(disputeId);
  if (!dispute) throw unknownId();
  return dispute;
}
