import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { PaymentGateway } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { keepEvent } from './webhook-event-repository.ts';

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

type Delivery = { rawBody: unknown; signature: string | undefined; eventId: string | undefined };

/**
 * Keeps a webhook event under its id. Nothing else happens before the answer, so the gateway's five seconds suffice
 * whatever the work; an event that is there already is taken as delivered.
 * @throws AppError PAYMENT_NOT_VERIFIED for a body that the gateway did not sign, VALIDATION_FAILED for one that is no event
 */
export async function receiveWebhook(
  { gateway, clock }: { gateway: PaymentGateway; clock: Clock },
  { rawBody, signature, eventId }: Delivery,
): Promise<void> {
  if (!Buffer.isBuffer(rawBody) || signature === undefined || !gateway.isWebhookSignature(rawBody, signature)) {
    throw new AppError('PAYMENT_NOT_VERIFIED', 'The signature does not belong to this body.');
  }
  const body = parseBody(rawBody);
  if (eventId === undefined || !/^[\w-]{1,64}$/.test(eventId)) {
    throw new AppError('VALIDATION_FAILED', 'x-razorpay-event-id: is missing or malformed');
  }
  const now = clock.now();
  const { payment, order, refund, dispute } = body.payload;
  await keepEvent({
    _id: `${gateway.provider}:${eventId}`,
    event: body.event,
    orderId: order?.entity.id ?? payment?.entity.order_id ?? null,
    providerPaymentId: refund?.entity.payment_id ?? dispute?.entity.payment_id ?? payment?.entity.id ?? null,
    disputeId: dispute?.entity.id ?? null,
    payload: body,
    status: 'received',
    attempts: 0,
    nextAttemptAt: now,
    lastError: null,
    receivedAt: now,
  });
}

function parseBody(rawBody: Buffer): z.infer<typeof envelopeSchema> {
  try {
    return envelopeSchema.loose().parse(JSON.parse(rawBody.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new AppError('VALIDATION_FAILED', 'The body is no event of the gateway.', { cause: error });
  }
}
