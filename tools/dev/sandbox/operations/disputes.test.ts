import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signWebhook } from '../signing.ts';
import { eventually } from '../testing/eventually.ts';
import { startReceiver } from '../testing/receiver.ts';
import { keys, startWorld, type World } from '../testing/world.ts';

let world: World;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await startWorld({ webhookUrl: receiver.url });
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

const capturedPayment = async () => (await world.pay((await world.order()).id)).razorpay_payment_id;
const refund = (id: string) => world.call('POST', `/v1/payments/${id}/refund`, { body: {} });

async function openDispute(paymentId: string, body: object = {}): Promise<string> {
  const opened = await world.control('POST', `/payments/${paymentId}/dispute`, body);
  return z.object({ id: z.string() }).parse(opened.body).id;
}
const close = (id: string, outcome: string) => world.control('POST', `/disputes/${id}/close`, { outcome });

describe('dispute', () => {
  it('is read by id and in the list, as the official SDK asks for it', async () => {
    const paymentId = await capturedPayment();
    const id = await openDispute(paymentId, { amount: 39_000 });

    expect(await world.sdk.disputes.fetch(id)).toEqual({
      id: expect.stringMatching(/^disp_[A-Za-z0-9]{14}$/),
      entity: 'dispute',
      payment_id: paymentId,
      amount: 39_000,
      currency: 'INR',
      amount_deducted: 0,
      reason_code: 'services_not_provided',
      respond_by: Math.floor(world.clock.now().getTime() / 1000) + 7 * 86_400,
      status: 'open',
      phase: 'chargeback',
      created_at: Math.floor(world.clock.now().getTime() / 1000),
    });
    expect(await world.sdk.disputes.all({ count: 1 })).toMatchObject({ items: [{ id }] });
    expect((await world.call('GET', '/v1/disputes/disp_00000000000000')).status).toBe(400);
  });

  it('blocks refunds of its payment until it ends', async () => {
    const paymentId = await capturedPayment();
    const id = await openDispute(paymentId);

    expect(await refund(paymentId)).toMatchObject({
      status: 400,
      body: {
        error: { description: 'The refund on this payment is blocked due to ongoing dispute investigation.' },
      },
    });

    await close(id, 'won');
    expect((await refund(paymentId)).status).toBe(200);
  });

  it('is reported by signed webhooks with the payment and the dispute', async () => {
    const id = await openDispute(await capturedPayment());
    await close(id, 'lost');

    const reports = () => receiver.received.filter(({ body }) => body.includes(id));
    await eventually(() => reports().map(({ event }) => event)).toEqual([
      'payment.dispute.created',
      'payment.dispute.lost',
    ]);
    const [, lost] = reports();
    expect(JSON.parse(lost?.body ?? '')).toMatchObject({
      contains: ['payment', 'dispute'],
      payload: { dispute: { entity: { id, status: 'lost', amount_deducted: 150_000 } } },
    });
    expect(lost?.headers['x-razorpay-signature']).toBe(signWebhook(lost?.body ?? '', keys.webhookSecret));
  });

  it('ends once, and is only about money that was captured', async () => {
    const id = await openDispute(await capturedPayment());
    await close(id, 'closed');
    const failed = (await world.pay((await world.order()).id, 'failed')).razorpay_payment_id;

    expect((await close(id, 'won')).status).toBe(400);
    expect((await world.control('POST', `/payments/${failed}/dispute`, {})).status).toBe(400);
    expect(
      (await world.control('POST', `/payments/${await capturedPayment()}/dispute`, { amount: 150_001 })).status,
    ).toBe(400);
  });
});
