import { sessionTransitions } from '@serene/shared/lifecycle';
import type { Violation } from '../tally.ts';
import {
  groupBy,
  type ChargeRow,
  type PaymentRow,
  type RefundRow,
  type SessionRow,
  type Snapshot,
} from './snapshot.ts';

/** Every status was reached by a legal way, is the right one for what happened, and nothing is left half done. */
export function checkStates(snapshot: Snapshot): Violation[] {
  const refundsOf = groupBy(snapshot.refunds, ({ paymentId }) => paymentId);
  return [
    ...snapshot.sessions.flatMap((session) => checkSession(session, snapshot.now)),
    ...snapshot.payments.flatMap((payment) => checkPayment(payment, snapshot, refundsOf.get(payment._id) ?? [])),
    ...snapshot.refunds.flatMap(checkRefund),
    ...snapshot.charges.flatMap((charge) => checkCharge(charge, snapshot)),
    ...checkRatings(snapshot),
  ];
}

function checkSession(session: SessionRow, now: Date): Violation[] {
  const { _id, history, status, revision, ended, answerBy, endsAt } = session;
  const name = `session ${_id} (${history.map((entry) => entry.status).join(' -> ')})`;
  const violations: Violation[] = [];
  const wrong = (rule: string) => violations.push({ rule, found: name });
  const [first, ...later] = history;
  if (first?.status !== 'pending' && first?.status !== 'confirmed') wrong('a session began in a wrong state');
  let at = first?.status;
  for (const entry of later) {
    if (at && entry.status !== at && !sessionTransitions[at].includes(entry.status)) wrong('an illegal transition');
    at = entry.status;
  }
  if (at !== status || revision !== history.length - 1) wrong('a session differs from its history');
  const isEnded = status === 'cancelled' || status === 'no-show';
  if (isEnded !== Boolean(ended)) wrong('a session says wrongly how it ended');
  if (status === 'pending' && (!answerBy || answerBy <= now)) wrong('a request that nobody declined in time');
  if (status === 'confirmed' && endsAt <= now) wrong('a session that never began');
  return violations;
}

function checkPayment(payment: PaymentRow, { charges }: Snapshot, refunds: readonly RefundRow[]): Violation[] {
  const decidedBy = charges.find(({ _id }) => _id === payment.chargeId);
  const ofDecision = refunds.filter(({ chargeId }) => chargeId === decidedBy?._id);
  const expected = expectedStatus(payment, decidedBy?.capturedMinor ?? 0, ofDecision);
  if (expected.includes(payment.status)) return [];
  const found = `payment ${payment._id}: ${payment.status}, expected ${expected.join(' or ')}`;
  return [{ rule: 'a payment in a wrong state', found }];
}

function expectedStatus(
  payment: PaymentRow,
  capturedMinor: number,
  refunds: readonly RefundRow[],
): PaymentRow['status'][] {
  if (payment.chargeId === null) return ['failed', 'expired'];
  if (refunds.some(({ status }) => status === 'failed')) return ['refund_failed'];
  const returned = refunds
    .filter(({ status }) => status === 'processed')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (returned === 0) return ['success'];
  return [returned >= capturedMinor ? 'refunded' : 'partially_refunded'];
}

/** Captured, or authorised and then let go because its slot was gone (rule M7). */
function checkCharge(charge: ChargeRow, { gateway }: Snapshot): Violation[] {
  const { _id, status, capturedMinor, refundedMinor, providerPaymentId } = charge;
  const atGateway = gateway.payments.find(({ id }) => id === providerPaymentId);
  const isTaken = status === 'captured' && atGateway?.captured === true && capturedMinor > 0;
  const isLetGo = status === 'lapsed' || (status === 'authorized' && atGateway?.status === 'authorized');
  const isRight = (isTaken || (isLetGo && capturedMinor === 0)) && refundedMinor >= 0 && refundedMinor <= capturedMinor;
  if (isRight) return [];
  const found = `${_id}: ${status}, ${refundedMinor} of ${capturedMinor} refunded, ${atGateway?.status} at the gateway`;
  return [{ rule: 'a charge in a wrong state', found }];
}

function checkRefund({ _id, status, providerRefundId }: RefundRow): Violation[] {
  if (status === 'processed' && providerRefundId) return [];
  return [{ rule: 'a refund is not done', found: `${_id}: ${status}` }];
}

function checkRatings({ sessions, experts }: Snapshot): Violation[] {
  return experts.flatMap(({ _id, ratingSum, ratingCount }) => {
    const ratings = sessions.flatMap(({ expertId, rating }) => (expertId === _id && rating ? [rating] : []));
    // Experts come with 10 ratings that add up to 45.
    const isRight =
      ratingCount === 10 + ratings.length && ratingSum === 45 + ratings.reduce((sum, one) => sum + one, 0);
    return isRight ? [] : [{ rule: 'an average that is not of its ratings', found: `expert ${_id}` }];
  });
}
