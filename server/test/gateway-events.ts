import { createHmac, randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { z } from 'zod';
import { keys, type BookingWorld } from './booking-world.ts';

/** What happens at the gateway without us, and the events that tell of it. */

const idSchema = z.object({ id: z.string() });

/** Somebody refunds in the gateway's dashboard. @returns the gateway's id of the refund */
export async function refundInDashboard(world: BookingWorld, paymentId: string, amountMinor: number): Promise<string> {
  const response = await request(world.sandbox.url)
    .post(`/v1/payments/${paymentId}/refund`)
    .auth(keys.keyId, keys.keySecret)
    .send({ amount: amountMinor });
  return idSchema.parse(response.body).id;
}

/** The customer's bank disputes a payment, all of it where no amount is given. @returns the gateway's id */
export async function openDispute(world: BookingWorld, paymentId: string, amountMinor?: number): Promise<string> {
  const body = amountMinor === undefined ? {} : { amount: amountMinor };
  return idSchema.parse(await world.control('POST', `/payments/${paymentId}/dispute`, body)).id;
}

export async function closeDispute(
  world: BookingWorld,
  disputeId: string,
  outcome: 'won' | 'lost' | 'closed',
): Promise<void> {
  await world.control('POST', `/disputes/${disputeId}/close`, { outcome });
}

/** The gateway finishes a refund that it had begun. */
export async function finishRefund(
  world: BookingWorld,
  refundId: string,
  outcome: 'processed' | 'failed',
): Promise<void> {
  await world.control('POST', `/refunds/${refundId}/complete`, { outcome });
}

/** The signature of a webhook body. */
export function signWebhook(body: string, secret = keys.webhookSecret): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

export type Delivery = { body: string; signature?: string; eventId?: string };

/** Delivers a webhook as the gateway does. */
export function deliver(
  world: BookingWorld,
  { body, signature = signWebhook(body), eventId = randomUUID() }: Delivery,
): Promise<Response> {
  return request(world.server)
    .post('/api/v1/payments/webhooks/razorpay')
    .set({ 'Content-Type': 'application/json', 'X-Razorpay-Signature': signature, 'X-Razorpay-Event-Id': eventId })
    .send(body)
    .then((response) => response);
}

type Entities = Partial<Record<'payment' | 'order' | 'refund' | 'dispute', object>>;

/** The body of an event, with as much of its entities as a test is about. */
export function eventBody(event: string, entities: Entities): string {
  return JSON.stringify({
    entity: 'event',
    event,
    contains: Object.keys(entities),
    payload: Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, { entity }])),
    created_at: 1_768_201_200,
  });
}
