import { cancellationRefund } from '@serene/shared/lifecycle';
import { lateRefundMinor } from '../../../server/src/features/sessions/index.ts';
import type { Violation } from '../tally.ts';
import { groupBy, type ChargeRow, type PaymentRow, type SessionRow, type Snapshot } from './snapshot.ts';

type GatewayAttempt = Snapshot['gateway']['payments'][number];
type Found = { payment: PaymentRow; charge: ChargeRow; session: SessionRow | undefined };

/** Every captured rupee has bought exactly one session, or it went back as far as the policy says. */
export function checkMoney(snapshot: Snapshot): Violation[] {
  const { payments, charges, sessions, gateway } = snapshot;
  const paymentOfOrder = new Map(payments.flatMap((payment) => (payment.orderId ? [[payment.orderId, payment]] : [])));
  const chargeOf = new Map(charges.map((charge) => [charge.providerPaymentId, charge]));
  const sessionsOf = groupBy(sessions, ({ paymentId }) => paymentId ?? 'free');
  const captured = gateway.payments.filter(({ captured }) => captured);
  return [
    ...captured.flatMap((money) => {
      const payment = paymentOfOrder.get(money.order_id);
      const charge = chargeOf.get(money.id);
      if (!payment || !charge)
        return [{ rule: 'captured money that nobody knows', found: `${money.id} of ${money.order_id}` }];
      const ofPayment = sessionsOf.get(payment._id) ?? [];
      if (ofPayment.length > 1) return [{ rule: 'two sessions of one payment', found: payment._id }];
      const session = payment.chargeId === charge._id ? ofPayment[0] : undefined;
      return checkCapture(snapshot, money, { payment, charge, session });
    }),
    ...chargesWithoutMoney(charges, captured),
    ...sessions.flatMap((session) => checkPaid(session, snapshot)),
  ];
}

function checkCapture(snapshot: Snapshot, money: GatewayAttempt, found: Found): Violation[] {
  const { payment, charge, session } = found;
  const refunds = snapshot.refunds.filter(({ chargeId }) => chargeId === charge._id);
  const processed = refunds.filter(({ status }) => status === 'processed');
  const returned = processed.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const atGateway = snapshot.gateway.refunds
    .filter(({ payment_id, status }) => payment_id === money.id && status === 'processed')
    .reduce((sum, { amount }) => sum + amount, 0);
  const name = `payment ${payment._id} (${payment.status}), charge ${money.id}`;
  const violations: Violation[] = [];
  if (charge.capturedMinor !== money.amount)
    violations.push({ rule: 'a charge differs from the gateway', found: name });
  if (returned !== atGateway) {
    violations.push({
      rule: 'refunds differ from the gateway',
      found: `${name}: ${returned} here, ${atGateway} there`,
    });
  }
  if (atGateway > money.amount) violations.push({ rule: 'more refunded than captured', found: name });
  const byAdmin = sumOf(processed, 'admin');
  if (session) violations.push(...checkEnd(session, byAdmin));
  const owed = owedFor(session, { charge, byAdmin });
  if (atGateway !== owed) {
    const what = session ? `session ${session._id} ${session.status}` : 'no session';
    violations.push({ rule: 'money is in limbo', found: `${name}, ${what}: returned ${atGateway}, owed ${owed}` });
  }
  return violations;
}

function sumOf(refunds: readonly { reason: string; amountMinor: number }[], reason: string): number {
  return refunds.filter((refund) => refund.reason === reason).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

type Given = { charge: ChargeRow; byAdmin: number };

/** What must have gone back of a charge: what the session says that its end brought, and what an admin gave. */
function owedFor(session: SessionRow | undefined, { charge, byAdmin }: Given): number {
  if (!session) return charge.capturedMinor;
  return Math.min(charge.capturedMinor, (session.ended?.refundMinor ?? 0) + byAdmin);
}

/** The end of a session brings what the customer's policy says (rule L2), less at most what an admin gave before. */
function checkEnd(session: SessionRow, byAdmin: number): Violation[] {
  const policy = owedByPolicy(session);
  const brought = session.ended?.refundMinor ?? 0;
  if (brought <= policy && brought >= Math.max(0, policy - byAdmin)) return [];
  const found = `session ${session._id}: ${brought} of ${policy}, an admin gave ${byAdmin}`;
  return [{ rule: 'a refund that the policy does not call for', found }];
}

export function owedByPolicy(session: SessionRow): number {
  const { status, ended, policy, startsAt, history, amountMinor } = session;
  if (!ended) return 0;
  if (status === 'no-show') return ended.noShowBy === 'expert' ? amountMinor : 0;
  if (ended.by === 'system') return amountMinor;
  const before = history.at(-2)?.status === 'pending' ? 'pending' : 'confirmed';
  return cancellationRefund({
    by: ended.by,
    status: before,
    startsAt: startsAt.getTime(),
    now: ended.at.getTime(),
    policy,
    paidMinor: amountMinor,
    lateRefundMinor: lateRefundMinor(session),
  });
}

function chargesWithoutMoney(charges: readonly ChargeRow[], captured: readonly GatewayAttempt[]): Violation[] {
  const known = new Set(captured.map(({ id }) => id));
  return charges
    .filter(({ providerPaymentId, capturedMinor }) => capturedMinor > 0 && !known.has(providerPaymentId))
    .map(({ providerPaymentId }) => ({ rule: 'a charge that the gateway does not have', found: providerPaymentId }));
}

function checkPaid(session: SessionRow, { payments }: Snapshot): Violation[] {
  if (session.paymentId === null) {
    return session.amountMinor === 0 ? [] : [{ rule: 'a session without payment', found: session._id }];
  }
  const payment = payments.find(({ _id }) => _id === session.paymentId);
  const isPaid = payment?.chargeId && payment.sessionId === session._id && payment.amountMinor === session.amountMinor;
  return isPaid ? [] : [{ rule: 'a session without payment', found: `${session._id}: ${JSON.stringify(payment)}` }];
}
