import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { EventSubject, GatewayEvent, RequestHeaders } from '../port.ts';
import { isSignatureOf } from './signatures.ts';

/** As much of Razorpay's envelope as is needed to know what to ask about (Razorpay docs, "Webhook payloads"). */
const entity = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ entity: z.object(shape) }).optional();
const envelopeSchema = z.object({
  event: z.string().max(100),
  payload: z.object({
    payment: entity({ id: z.string(), order_id: z.string().nullish() }),
    order: entity({ id: z.string() }),
    refund: entity({ payment_id: z.string() }),
    dispute: entity({ id: z.string(), payment_id: z.string() }),
  }),
});

const headersSchema = z.object({
  'x-razorpay-signature': z.string(),
  'x-razorpay-event-id': z.string().regex(/^[\w-]{1,64}$/),
});

/**
 * Reads a webhook delivery, of which the whole raw body is signed.
 * @param secrets all that are valid now: retries of older events keep the secret they were signed with
 * @throws AppError PAYMENT_NOT_VERIFIED, VALIDATION_FAILED
 */
export function readEvent(rawBody: Buffer, headers: RequestHeaders, secrets: readonly string[]): GatewayEvent {
  const signature = headersSchema.shape['x-razorpay-signature'].safeParse(headers['x-razorpay-signature']).data;
  if (signature === undefined || !secrets.some((secret) => isSignatureOf(rawBody, signature, secret))) {
    throw new AppError('PAYMENT_NOT_VERIFIED', 'The signature does not match this body.');
  }
  const body = parseBody(rawBody);
  const id = headersSchema.shape['x-razorpay-event-id'].safeParse(headers['x-razorpay-event-id']).data;
  if (id === undefined) throw new AppError('VALIDATION_FAILED', 'x-razorpay-event-id: is missing or malformed');
  const { payment, order, refund, dispute } = body.payload;
  return {
    id,
    type: body.event,
    checkoutId: order?.entity.id ?? payment?.entity.order_id ?? null,
    attemptId: refund?.entity.payment_id ?? dispute?.entity.payment_id ?? payment?.entity.id ?? null,
    disputeId: dispute?.entity.id ?? null,
    payload: body,
  };
}

function parseBody(rawBody: Buffer): z.infer<typeof envelopeSchema> {
  try {
    return envelopeSchema.loose().parse(JSON.parse(rawBody.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new AppError('VALIDATION_FAILED', 'The body is not an event of the gateway.', { cause: error });
  }
}

/** By the first word of its name: `refund.processed`, `payment.captured`, `order.paid`. */
export function subjectOf(eventType: string): EventSubject {
  return eventType.startsWith('refund.') ? 'refund' : 'payment';
}
