import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { startReceiver } from '../testing/receiver.ts';
import { startWorld } from '../testing/world.ts';

let folder: string;
let storageFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serene-sandbox-'));
  storageFile = join(folder, 'data', 'sandbox.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes one of everything, and tells what is known in the end. */
async function fill(options: Parameters<typeof startWorld>[0] = {}) {
  const world = await startWorld({ storageFile, ...options });
  const order = await world.order({ receipt: 'R-1', notes: { a: '1' } });
  await world.pay(order.id, 'failed');
  const { razorpay_payment_id: paymentId } = await world.pay(order.id);
  await world.call('POST', `/v1/payments/${paymentId}/refund`, {
    body: { amount: 500 },
    headers: { 'X-Refund-Idempotency': 'refund-key-0001' },
  });
  const state = await world.state();
  await world.close();
  return { order, paymentId, state };
}

describe('state', () => {
  it('survives restarts', async () => {
    const { state } = await fill();

    for (let restart = 0; restart < 2; restart += 1) {
      const again = await startWorld({ storageFile });
      expect(await again.state()).toEqual(state);
      await again.close();
    }
  });

  it('still knows receipts and idempotency keys', async () => {
    const { order, paymentId, state } = await fill();
    const again = await startWorld({ storageFile });

    expect(await again.order({ receipt: 'R-1', unique_receipt: true })).toMatchObject({ id: order.id });
    const repeated = await again.call('POST', `/v1/payments/${paymentId}/refund`, {
      body: { amount: 500 },
      headers: { 'X-Refund-Idempotency': 'refund-key-0001' },
    });
    expect(repeated.body).toMatchObject({ id: state.refunds[0]?.id });
    await again.close();
  });

  it('is written before the answer, one line a change, and made short at the next start', async () => {
    await fill();
    const lines = () => readFileSync(storageFile, 'utf8').trimEnd().split('\n').length;
    expect(lines()).toBeGreaterThan(3);

    const again = await startWorld({ storageFile });

    expect(lines()).toBe(1);
    await again.close();
  });

  it('leaves out a last line that a killed process did not finish', async () => {
    const { state } = await fill();
    appendFileSync(storageFile, '{"orders":[{"id":"order_half');

    const again = await startWorld({ storageFile });

    expect(await again.state()).toEqual(state);
    await again.close();
  });

  it.each(['not json\n', '{"orders":[{"id":5}]}\n'])('refuses a damaged file, naming the place: %s', async (text) => {
    writeFileSync(join(folder, 'damaged.json'), text);

    await expect(startWorld({ storageFile: join(folder, 'damaged.json') })).rejects.toThrow(/damaged.*line 1/);
  });
});

describe('undelivered webhooks', () => {
  it('are delivered after a restart', async () => {
    const { state } = await fill({ webhookUrl: 'http://127.0.0.1:9/closed', webhookLadderScale: 1 });
    const receiver = await startReceiver();

    const again = await startWorld({ storageFile, webhookUrl: receiver.url, webhookLadderScale: 0 });
    again.clock.moveBy(86_400_000);

    await eventually(() => receiver.events().toSorted()).toEqual(state.webhooks.map(({ event }) => event).toSorted());
    await again.close();
    await receiver.close();
  });
});
