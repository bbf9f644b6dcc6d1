import type { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { BrowserReport, FailureReason } from '../../../gateways/payment/port.ts';
import type { RateLimit } from '../../../http/rate-limit.ts';
import { isUnavailable } from '../../../infra/mongo.ts';
import { findPaymentOfCheckout } from '../records/payment-repository.ts';
import type { SettleDependencies } from '../dependencies.ts';
import { settleOrRecall } from '../settlement/verify-payment.ts';

export type CallbackDependencies = SettleDependencies & { rateLimit: RateLimit };

/**
 * Where the browser goes on: the session that was booked, or why there is none. The payment is named where the gateway's
 * signature proved that this browser reports it.
 */
export type CallbackOutcome =
  | { outcome: 'booked'; sessionId: string; paymentId: Types.ObjectId }
  | {
      outcome: 'failed';
      error: CallbackFailure;
      named: NamedPayment;
      paymentId: Types.ObjectId | null;
    };

/**
 * How an address names the payment that the page asks about: by our id; and by the gateway's id of its checkout, which
 * pages of the release before read, and which is all that is known while the database is away.
 */
export type NamedPayment = { paymentId?: string; orderId?: string };

/** Two reasons are ours: a genuine report of which nothing came yet, and one whose money goes back. */
type CallbackFailure = FailureReason | 'payment_pending' | 'payment_returned';

/**
 * What the gateway's page reports where the checkout could not run in the shop's own (in-app browsers). The signature is
 * all that is trusted, as with `verify`; a report of a failure changes nothing. A browser waits for a page: whatever is
 * away or busy leads to the page of the order, never to an error in JSON.
 */
export async function receiveCallback(
  dependencies: CallbackDependencies,
  { form, network }: { form: unknown; network: string },
): Promise<CallbackOutcome> {
  const report = dependencies.gateways.readReport(form);
  if (report?.outcome === 'paid') return settleReport(dependencies, report, network);
  return { ...nothing, error: report?.reason ?? 'other', named: await nameOf(dependencies, report, network) };
}

const nothing = { outcome: 'failed', error: 'other', named: {}, paymentId: null } as const;

/** The payment of a failure, which is only words. */
async function nameOf(
  { rateLimit }: CallbackDependencies,
  report: BrowserReport | null,
  network: string,
): Promise<NamedPayment> {
  if (!report?.checkoutId) return {};
  try {
    await rateLimit('callback', { network });
    const payment = await findPaymentOfCheckout(report.provider, report.checkoutId);
    return payment ? { paymentId: payment._id.toHexString(), orderId: report.checkoutId } : {};
  } catch (error) {
    if (!(error instanceof AppError) && !isUnavailable(error)) throw error;
    return { orderId: report.checkoutId };
  }
}

type PaidReport = Extract<BrowserReport, { outcome: 'paid' }>;

async function settleReport(
  dependencies: CallbackDependencies,
  { provider, checkoutId, attemptId, isGenuine }: PaidReport,
  network: string,
): Promise<CallbackOutcome> {
  if (!isGenuine) {
    dependencies.logger.warn({ checkoutId, network }, 'callback with a signature that does not match');
    return nothing;
  }
  let paymentId: Types.ObjectId | null = null;
  const failed = (error: CallbackFailure): CallbackOutcome => ({
    outcome: 'failed',
    error,
    named: { ...(paymentId && { paymentId: paymentId.toHexString() }), orderId: checkoutId },
    paymentId,
  });
  try {
    const payment = await findPaymentOfCheckout(provider, checkoutId);
    if (!payment) return nothing;
    paymentId = payment._id;
    await dependencies.rateLimit('callback', { network });
    const settlement = await settleOrRecall(dependencies, { payment, providerPaymentId: attemptId });
    if (settlement.outcome === 'pending') return failed('payment_pending');
    if (settlement.outcome === 'slot-lost') return failed('payment_returned');
    return { outcome: 'booked', sessionId: settlement.session._id.toHexString(), paymentId };
  } catch (error) {
    if (!(error instanceof AppError) && !isUnavailable(error)) throw error;
    // The gateway or the database is away: the webhook or the reconciler settles it, and the page of the payment waits.
    dependencies.logger.warn({ err: error, checkoutId }, 'callback not settled yet');
    return failed('payment_pending');
  }
}
