import { z } from 'zod';
import { failureReasons, type BrowserReport } from '../port.ts';
import { isRazorpayId, orderIdSchema } from './entities.ts';
import { isSignatureOf } from './signatures.ts';

/** What the checkout hands to the page, or posts as a form, after a success (Razorpay docs, "Callback URL"). */
const successSchema = z.object({
  razorpay_order_id: orderIdSchema,
  razorpay_payment_id: z.string().max(64),
  razorpay_signature: z.string().max(256),
});

/** Its form after a failure. The metadata are a text of JSON. */
const failureSchema = z.object({
  'error[reason]': z.string().max(100),
  'error[metadata]': z.string().max(1000).optional(),
});

/** Reads what a browser brings back. The key secret signs a success, and nothing of a failure. */
export function readReport(body: unknown, keySecret: string): BrowserReport | null {
  const success = successSchema.safeParse(body).data;
  if (success) {
    const { razorpay_order_id: checkoutId, razorpay_payment_id: attemptId, razorpay_signature: signature } = success;
    // An id never contains the separator, so one pair cannot be signed as another.
    const isGenuine =
      isRazorpayId('payment', attemptId) && isSignatureOf(`${checkoutId}|${attemptId}`, signature, keySecret);
    return { provider: 'razorpay', outcome: 'paid', checkoutId, attemptId, isGenuine };
  }
  const failure = failureSchema.safeParse(body).data;
  if (!failure) return null;
  const reason = failureReasons.find((known) => known === failure['error[reason]']) ?? 'other';
  return { provider: 'razorpay', outcome: 'failed', reason, checkoutId: orderIn(failure['error[metadata]']) };
}

function orderIn(metadata: string | undefined): string | null {
  try {
    return z.object({ order_id: orderIdSchema }).parse(JSON.parse(metadata ?? '')).order_id;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
