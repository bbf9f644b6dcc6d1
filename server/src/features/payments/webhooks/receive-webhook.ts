import { AppError } from '../../../errors.ts';
import type { PaymentGateway, RequestHeaders } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { keepEvent } from './webhook-event-repository.ts';

type Delivery = { rawBody: unknown; headers: RequestHeaders };

/**
 * Keeps a webhook event under its id. Nothing else happens before the answer, so the gateway's few seconds suffice
 * whatever the work; an event that is there already is taken as delivered.
 * @throws AppError PAYMENT_NOT_VERIFIED for a body that the gateway did not sign, VALIDATION_FAILED for one that is no event
 */
export async function receiveWebhook(
  { gateway, clock }: { gateway: PaymentGateway; clock: Clock },
  { rawBody, headers }: Delivery,
): Promise<void> {
  if (!Buffer.isBuffer(rawBody)) throw new AppError('PAYMENT_NOT_VERIFIED', 'The request has no body to verify.');
  const { id, type, checkoutId, attemptId, disputeId, payload } = gateway.readEvent(rawBody, headers);
  const now = clock.now();
  await keepEvent({
    _id: `${gateway.provider}:${id}`,
    event: type,
    orderId: checkoutId,
    providerPaymentId: attemptId,
    disputeId,
    payload,
    status: 'received',
    attempts: 0,
    nextAttemptAt: now,
    lastError: null,
    receivedAt: now,
  });
}
