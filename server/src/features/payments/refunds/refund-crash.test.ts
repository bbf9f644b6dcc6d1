import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { atDatabase, crashProcess } from '../../../../test/crash.ts';
import type { CrashPlan } from '../../../../test/crash-process.ts';
import { paidSession, queueRefund } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { ChargeModel, PaymentModel, RefundModel, sendRefunds } from '../index.ts';

const cacheDir = fileURLToPath(new URL('../../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('refund-crash', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
});
beforeEach(() => world.reset());

describe('a process that is killed while it sends a refund (R2)', () => {
  it.each<[string, CrashPlan['killAt']]>([
    ['before the refund is marked as sent', atDatabase('update', 'refunds')],
    ['before it asks the gateway', { step: 'gateway', call: 'refund', when: 'before' }],
    ['after the gateway refunded', { step: 'gateway', call: 'refund', when: 'after' }],
    ['between the refund and its charge', atDatabase('findAndModify', 'charges')],
    ['between the ledger and the mail', atDatabase('update', 'outbox')],
    ['with all written but not committed', atDatabase('commitTransaction')],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after')],
  ])('%s refunds once, and tells the customer once', async (_when, killAt) => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);

    await crashProcess({ world, uri: database.uri, action: { do: 'send-refunds' }, killAt });
    world.clock.moveBy(60_000);
    await sendRefunds(world);

    expect((await PaymentModel.findById(paymentId).lean().orFail()).status).toBe('refunded');
    expect(await RefundModel.find().lean()).toMatchObject([{ status: 'processed', attempt: 1 }]);
    expect(await ChargeModel.findOne().lean()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000 });
    expect(await OutboxModel.countDocuments({ template: 'refund-processed-user' })).toBe(1);
    const { refunds } = await world.gatewayState();
    expect(refunds.filter(({ payment_id }) => payment_id === providerPaymentId)).toHaveLength(1);
  });
});
