import mongoose, { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { paidSession, queueRefund } from '../../../../test/paid-sessions.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { ChargeModel, refundBooking, RefundModel } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('queue-refund');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const queue = (paymentId: Types.ObjectId, amountMinor = 150_000, reasonKey = 'cancelled') =>
  queueRefund(world, paymentId, { amountMinor, reasonKey });
const charge = () => ChargeModel.findOne().lean().orFail();

describe('queuing refunds (R1)', () => {
  it('never sets more aside than was captured, whoever asks at once', async () => {
    const { paymentId } = await paidSession(world);

    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_none, index) => queue(paymentId, 40_000, `cause-${index}`)),
    );
    // On a slow machine one may hear BUSY (rule T1); then it is asked again, as everybody does who hears that.
    for (const [index, { status }] of answers.entries()) {
      if (status === 'rejected') await queue(paymentId, 40_000, `cause-${index}`);
    }

    const queued = await RefundModel.find().lean();
    expect(queued.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(150_000);
    expect((await charge()).refundedMinor).toBe(150_000);
  });

  it('writes the same refund when its transaction runs again (T2)', async () => {
    const { paymentId } = await paidSession(world);
    const refundId = new Types.ObjectId();
    const cause = { refundId, paymentId, amountMinor: 50_000, reason: 'cancelled', now: world.clock.now() } as const;
    const written: Types.ObjectId[] = [];

    await inTransaction(async (transaction) => {
      await refundBooking(cause, transaction);
      written.push((await RefundModel.findOne().session(transaction).lean().orFail())._id);
      if (written.length > 1) return;
      throw new mongoose.mongo.MongoServerError({ errorLabels: ['TransientTransactionError'] });
    });

    expect(written).toEqual([refundId, refundId]);
  });

  it('refunds one cause once', async () => {
    const { paymentId } = await paidSession(world);

    expect(await queue(paymentId, 50_000)).toBe(50_000);
    expect(await queue(paymentId, 50_000)).toBe(0);

    expect(await RefundModel.countDocuments()).toBe(1);
  });
});
