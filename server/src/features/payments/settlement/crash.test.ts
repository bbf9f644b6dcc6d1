import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { atDatabase, crashProcess } from '../../../../test/crash.ts';
import type { CrashPlan } from '../../../../test/crash-process.ts';
import { ClaimModel } from '../../claims/index.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel, sweepHolds } from '../index.ts';

type KillAt = CrashPlan['killAt'];

const cacheDir = fileURLToPath(new URL('../../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('crash', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
});
beforeEach(() => world.reset());

const crash = (action: CrashPlan['action'], killAt: KillAt) =>
  crashProcess({ world, uri: database.uri, action, killAt });

describe('a process that is killed while it holds a slot (O1)', () => {
  it.each<[string, KillAt]>([
    ['before it writes anything', atDatabase('insert', 'payments')],
    ['between payment and claim', atDatabase('insert', 'slotclaims')],
    ['with both written but not committed', atDatabase('commitTransaction')],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after')],
    ['before it asks the gateway', { step: 'gateway', call: 'openCheckout', when: 'before' }],
    ['after the gateway made the order', { step: 'gateway', call: 'openCheckout', when: 'after' }],
    ['before the order is written down', atDatabase('update', 'payments')],
    ['between order and ledger', atDatabase('update', 'ledger')],
    ['after the order was written down', atDatabase('update', 'payments', 'after')],
  ])('%s leaves claim and payment both or none, and the customer just asks again', async (_when, killAt) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = world.orderBody(expert);

    await crash({ do: 'create-order', userId: asha.userId.toHexString(), order }, killAt);

    const [claims, payments] = [await ClaimModel.find().lean(), await PaymentModel.find().lean()];
    expect(payments.map((payment) => payment.claimId)).toEqual(claims.map((claim) => claim._id));
    const withOrder = payments.filter(({ orderId }) => orderId !== undefined);
    expect(await LedgerModel.countDocuments({ kind: 'order' })).toBe(withOrder.length);
    const again = await world.hold(asha, expert);
    expect(await ClaimModel.countDocuments()).toBe(1);
    const { orders } = await world.gatewayState();
    expect(orders.filter(({ receipt }) => receipt === again.paymentId)).toHaveLength(1);
  });

  it('blocks the slot no longer than the hold lasts when the customer never comes back', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const action = { do: 'create-order', userId: asha.userId.toHexString(), order: world.orderBody(expert) } as const;
    await crash(action, { step: 'gateway', call: 'openCheckout', when: 'after' });
    world.clock.moveBy(10 * 60_000);

    await sweepHolds(world);

    expect(await PaymentModel.distinct('status')).toEqual(['expired']);
    await world.hold(await world.customer('Ravi Rao'), expert);
  });
});

describe('a process that is killed while it settles (M3)', () => {
  it.each<[string, 'captured' | 'authorized', KillAt]>([
    ['before it asks the gateway', 'captured', { step: 'gateway', call: 'fetchAttempt', when: 'before' }],
    ['after it heard of the money', 'captured', { step: 'gateway', call: 'fetchAttempt', when: 'after' }],
    ['after the capture', 'authorized', { step: 'gateway', call: 'capture', when: 'after' }],
    ['before the charge is recorded', 'captured', atDatabase('insert', 'charges')],
    ['after the charge was recorded', 'captured', atDatabase('insert', 'charges', 'after')],
    ['before the payment is decided', 'captured', atDatabase('update', 'payments')],
    ['between payment and claim', 'captured', atDatabase('update', 'slotclaims')],
    ['between claim and session', 'captured', atDatabase('insert', 'sessions')],
    ['between session and mails', 'captured', atDatabase('update', 'outbox')],
    ['with all written but not committed', 'captured', atDatabase('commitTransaction')],
    ['right after the commit', 'captured', atDatabase('commitTransaction', undefined, 'after')],
  ])('%s leaves all or nothing, and settling again ends in one session', async (_when, outcome, killAt) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const report = await world.pay(order.orderId, outcome);

    const providerPaymentId = report.razorpay_payment_id;
    await crash({ do: 'settle', paymentId: order.paymentId, providerPaymentId }, killAt);

    const sessions = await SessionModel.countDocuments();
    expect({
      mails: await OutboxModel.countDocuments(),
      sold: await ClaimModel.countDocuments({ kind: 'session' }),
      success: await PaymentModel.countDocuments({ status: 'success' }),
    }).toEqual({ mails: sessions * 2, sold: sessions, success: sessions });
    expect((await world.verify(asha, report)).status).toBe(200);
    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await OutboxModel.countDocuments()).toBe(2);
    expect(await ChargeModel.countDocuments()).toBe(1);
    expect(await RefundModel.countDocuments()).toBe(0);
  });
});
