import { minuteMs } from '@serene/shared/time';
import { payableAmounts } from '../../gateways/payment/amounts.ts';
import type { ChargeRecord, RefundRecord } from '../payments/index.ts';
import type { Books } from './books.ts';
import type { Discrepancy } from './discrepancy.ts';

/** Money that came a moment ago may still be on its way to its session. */
const settleWithinMs = 15 * minuteMs;

/** Whether a payment's money bought exactly one session, or goes back in full (promise 2), and the sums are right. */
export function checkOutcome(books: Books, now: Date): Discrepancy[] {
  return [...checkSession(books), ...books.charges.flatMap((charge) => checkCharge(books, charge, now))];
}

function checkSession({ payment, sessions }: Books): Discrepancy[] {
  const paymentId = payment._id.toHexString();
  const [session, ...more] = sessions;
  if (more.length > 0) {
    const sessionIds = sessions.map(({ _id }) => _id.toHexString()).join(', ');
    const sentence = `${sessions.length} sessions were made of one payment: ${sessionIds}.`;
    return [{ kind: 'sessions-share-payment', ids: { paymentId, sessionIds }, sentence }];
  }
  if (!session) {
    if (payment.sessionId === null) return [];
    const sessionId = payment.sessionId.toHexString();
    const sentence = `The payment was settled into session ${sessionId}, which does not exist.`;
    return [{ kind: 'session-missing', ids: { paymentId, sessionId }, sentence }];
  }
  const ids = { paymentId, sessionId: session._id.toHexString() };
  if (!payment.sessionId?.equals(session._id) || payment.chargeId === null) {
    const sentence = `Session ${ids.sessionId} names a payment that did not settle it (${payment.status}).`;
    return [{ kind: 'session-unpaid', ids, sentence }];
  }
  if (session.amountMinor === payment.amountMinor && session.currency === payment.currency) return [];
  const [cost, paid] = [`${session.amountMinor} ${session.currency}`, `${payment.amountMinor} ${payment.currency}`];
  return [{ kind: 'session-differs', ids, sentence: `The session costs ${cost}, its payment is about ${paid}.` }];
}

function checkCharge({ payment, refunds, sessions }: Books, charge: ChargeRecord, now: Date): Discrepancy[] {
  const ids = { paymentId: payment._id.toHexString(), providerPaymentId: charge.providerPaymentId };
  const { capturedMinor, refundedMinor, returnedMinor, lostMinor, currency, provider } = charge;
  const own = refunds.filter(({ chargeId }) => chargeId.equals(charge._id));
  const open = sum(own, ['queued', 'sent', 'blocked']);
  const processed = sum(own, ['processed']);
  const found: Discrepancy[] = [];
  if (processed + open + lostMinor > capturedMinor) {
    const sentence = `${processed + open + lostMinor} of ${capturedMinor} ${currency} go back: more than was captured.`;
    found.push({ kind: 'refunds-exceed-capture', ids, sentence });
  }
  if (returnedMinor !== processed || refundedMinor !== processed + open) {
    const sentence =
      `The charge counts ${refundedMinor} refunded and ${returnedMinor} returned; ` +
      `its refunds add up to ${processed + open} and ${processed}.`;
    found.push({ kind: 'refund-sum-differs', ids, sentence });
  }
  const bought = sessions.length > 0 && payment.chargeId?.equals(charge._id) === true;
  const isSettling = now.getTime() < charge.createdAt.getTime() + settleWithinMs;
  const gone = processed + open + lostMinor + sum(own, ['failed']);
  // Less than the gateway refunds can be left after a dispute.
  const isRefundable = capturedMinor - gone >= payableAmounts(currency, provider).smallestMinor;
  if (!bought && !isSettling && isRefundable) {
    const sentence = `${capturedMinor} ${currency} were captured; they bought no session, and only ${gone} go back.`;
    found.push({ kind: 'money-in-limbo', ids, sentence });
  }
  return found;
}

function sum(refunds: readonly RefundRecord[], statuses: readonly RefundRecord['status'][]): number {
  return refunds
    .filter(({ status }) => statuses.includes(status))
    .reduce((total, { amountMinor }) => total + amountMinor, 0);
}
