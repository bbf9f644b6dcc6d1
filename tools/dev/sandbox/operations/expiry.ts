import { commitProgress, findOrder, unixNow, type Gateway } from '../gateway.ts';
import { timedOut } from '../rules/failures.ts';
import { begin, fail, returnUncaptured, type Progress } from '../rules/transitions.ts';
import type { Payment } from '../state/records.ts';

/**
 * A payment that the bank does not answer counts as failed after about ten minutes (Razorpay docs: Late
 * authorisation).
 */
const bankPatienceSeconds = 600;

/**
 * Lets time pass: payments without an answer fail, payments that nobody captured are returned. Cheap when nothing is
 * due.
 */
export function expirePayments(gateway: Gateway): void {
  const now = unixNow(gateway);
  for (const payment of gateway.store.openPayments()) {
    const progress = expire(gateway, payment, now);
    if (progress) commitProgress(gateway, progress);
  }
}

function expire(gateway: Gateway, payment: Payment, now: number): Progress | null {
  const age = now - payment.createdAt;
  const order = findOrder(gateway, payment.orderId);
  if (payment.status === 'created') {
    return age >= bankPatienceSeconds ? fail(begin(order, payment), timedOut()) : null;
  }
  return age > order.capture.manualMinutes * 60 ? returnUncaptured(begin(order, payment), now) : null;
}
