import type { Types } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { RateLimit } from '../../../http/rate-limit.ts';
import { isUnavailable } from '../../../infra/mongo.ts';
import { findPaymentByOrder } from '../orders/payment-repository.ts';
import type { SettleDependencies } from '../settlement/settle-dependencies.ts';
import { settleOrRecall } from '../settlement/verify-payment.ts';

export type CallbackDependencies = SettleDependencies & { rateLimit: RateLimit };

/**
 * Where the browser goes on: the session that was booked, or why there is none. The payment is named where the gateway's
 * signature proved that this browser reports it.
 */
export type CallbackOutcome =
  | { outcome: 'booked'; sessionId: string; paymentId: Types.ObjectId }
  | { outcome: 'failed'; error: FailureReason; orderId: string | null; paymentId: Types.ObjectId | null };

export const orderIdSchema = z.string().regex(/^order_[A-Za-z0-9]{14}$/);

/** The gateway's form after a success (Razorpay docs, "Callback URL"). */
const successSchema = z.object({
  razorpay_order_id: orderIdSchema,
  razorpay_payment_id: z.string().max(64),
  razorpay_signature: z.string().max(256),
});

/** Its form after a failure: nothing of it is signed, so it is only words. The metadata are a text of JSON. */
const failureSchema = z.object({
  'error[reason]': z.string().max(100),
  'error[metadata]': z.string().max(1000).optional(),
});

/** The reasons that the page has words for; whatever else the gateway says is `other`. */
const failureReasons = [
  'insufficient_fund',
  'insufficient_funds',
  'card_declined',
  'payment_failed',
  'authentication_failed',
  'payment_timed_out',
  'payment_cancelled',
  'card_disabled_for_online_payments',
  'card_number_invalid',
  'order_already_paid',
] as const;
/** Two more are ours: a genuine report of which nothing came yet, and one whose money goes back. */
type FailureReason = (typeof failureReasons)[number] | 'payment_pending' | 'payment_returned' | 'other';

/**
 * What the gateway's page reports where the checkout could not run in the shop's own (in-app browsers). The signature is
 * all that is trusted, as with `verify`; a report of a failure changes nothing. A browser waits for a page: whatever is
 * away or busy leads to the page of the order, never to an error in JSON.
 */
export async function receiveCallback(
  dependencies: CallbackDependencies,
  { form, network }: { form: unknown; network: string },
): Promise<CallbackOutcome> {
  const success = successSchema.safeParse(form);
  if (success.success) return settleReport(dependencies, success.data, network);
  const failure = failureSchema.safeParse(form);
  const nothing = { outcome: 'failed', error: 'other', orderId: null, paymentId: null } as const;
  if (!failure.success) return nothing;
  const reason = failureReasons.find((known) => known === failure.data['error[reason]']);
  return { ...nothing, error: reason ?? 'other', orderId: orderIn(failure.data['error[metadata]']) };
}

async function settleReport(
  dependencies: CallbackDependencies,
  report: z.infer<typeof successSchema>,
  network: string,
): Promise<CallbackOutcome> {
  const { razorpay_order_id: orderId, razorpay_payment_id: providerPaymentId, razorpay_signature: signature } = report;
  if (!dependencies.gateway.isCheckoutSignature({ orderId, paymentId: providerPaymentId, signature })) {
    dependencies.logger.warn({ orderId, network }, 'callback with a signature that does not match');
    return { outcome: 'failed', error: 'other', orderId: null, paymentId: null };
  }
  const failed = { outcome: 'failed', orderId } as const;
  let paymentId: Types.ObjectId | null = null;
  try {
    await dependencies.rateLimit('callback', { network });
    const payment = await findPaymentByOrder(orderId);
    if (!payment) return { ...failed, error: 'other', orderId: null, paymentId };
    paymentId = payment._id;
    const settlement = await settleOrRecall(dependencies, { paymentId, providerPaymentId });
    if (settlement.outcome === 'pending') return { ...failed, error: 'payment_pending', paymentId };
    if (settlement.outcome === 'slot-lost') return { ...failed, error: 'payment_returned', paymentId };
    return { outcome: 'booked', sessionId: settlement.session._id.toHexString(), paymentId };
  } catch (error) {
    if (!(error instanceof AppError) && !isUnavailable(error)) throw error;
    // The gateway or the database is away: the webhook or the reconciler settles it, and the page of the order waits.
    dependencies.logger.warn({ err: error, orderId }, 'callback not settled yet');
    return { ...failed, error: 'payment_pending', paymentId };
  }
}

function orderIn(metadata: string | undefined): string | null {
  try {
    return z.object({ order_id: orderIdSchema }).parse(JSON.parse(metadata ?? '')).order_id;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
