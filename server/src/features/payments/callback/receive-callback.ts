import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { RateLimit } from '../../../http/rate-limit.ts';
import { isUnavailable } from '../../../infra/mongo.ts';
import { findPaymentByOrder } from '../orders/payment-repository.ts';
import { settle } from '../settlement/settle.ts';
import type { SettleDependencies } from '../settlement/settle-dependencies.ts';

export type CallbackDependencies = SettleDependencies & { rateLimit: RateLimit };

/** Where the browser goes on: the session that was booked, or why there is none. */
export type CallbackOutcome =
  | { outcome: 'booked'; sessionId: string; paymentId: string }
  | { outcome: 'failed'; error: FailureReason; orderId: string | null };

const orderIdSchema = z.string().regex(/^order_[A-Za-z0-9]{14}$/);

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
type FailureReason = (typeof failureReasons)[number] | 'other';

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
  if (!failure.success) return { outcome: 'failed', error: 'other', orderId: null };
  const reason = failureReasons.find((known) => known === failure.data['error[reason]']);
  return { outcome: 'failed', error: reason ?? 'other', orderId: orderIn(failure.data['error[metadata]']) };
}

async function settleReport(
  dependencies: CallbackDependencies,
  report: z.infer<typeof successSchema>,
  network: string,
): Promise<CallbackOutcome> {
  const { razorpay_order_id: orderId, razorpay_payment_id: providerPaymentId, razorpay_signature: signature } = report;
  const elsewhere = { outcome: 'failed', error: 'other' } as const;
  if (!dependencies.gateway.isCheckoutSignature({ orderId, paymentId: providerPaymentId, signature })) {
    return { ...elsewhere, orderId: null };
  }
  try {
    await dependencies.rateLimit('callback', { network });
    const payment = await findPaymentByOrder(orderId);
    if (!payment) return { ...elsewhere, orderId: null };
    const settlement = await settle(dependencies, { paymentId: payment._id, providerPaymentId });
    // The page of the order shows a refund where the slot was lost.
    if (settlement.outcome !== 'settled') return { ...elsewhere, orderId };
    const sessionId = settlement.session._id.toHexString();
    return { outcome: 'booked', sessionId, paymentId: payment._id.toHexString() };
  } catch (error) {
    if (!(error instanceof AppError) && !isUnavailable(error)) throw error;
    // The gateway or the database is away: the webhook or the reconciler settles it, and the page of the order waits.
    dependencies.logger.warn({ err: error, orderId }, 'callback not settled yet');
    return { ...elsewhere, orderId };
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
