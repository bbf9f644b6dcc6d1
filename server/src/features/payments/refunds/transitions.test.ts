import {
  paymentStatuses,
  paymentTransitions,
  refundStatuses,
  refundTransitions,
  type PaymentStatus,
} from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { ChargeModel, PaymentModel, RefundModel } from '../index.ts';
import { movePayment } from '../records/payment-repository.ts';
import { chargeTransitions } from '../records/charge-model.ts';
import { moveCharge } from '../records/charge-repository.ts';
import type { RefundRecord } from './refund-model.ts';
import { moveRefund } from './refund-repository.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('transitions');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Every ordered pair of different statuses, with what the table says of it. */
function pairsOf<Status extends string>(transitions: Record<Status, readonly Status[]>, statuses: readonly Status[]) {
  return statuses.flatMap((from) =>
    statuses.filter((to) => to !== from).map((to) => ({ from, to, isLegal: transitions[from].includes(to) })),
  );
}

describe('a payment (R4)', () => {
  async function move(from: PaymentStatus, to: PaymentStatus): Promise<string | undefined> {
    const _id = new Types.ObjectId();
    await PaymentModel.collection.insertOne({ _id, status: from });
    const moved = await inTransaction((transaction) => movePayment(_id, { to, now: world.clock.now() }, transaction));
    const row = await PaymentModel.collection.findOne({ _id });
    expect(moved).toBe(row?.['status'] === to);
    return row?.['status'];
  }

  it.each(pairsOf(paymentTransitions, paymentStatuses))(
    'from $from to $to: legal is $isLegal',
    async ({ from, to, isLegal }) => {
      expect(await move(from, to)).toBe(isLegal ? to : from);
    },
  );
});

describe('a refund (R4)', () => {
  const draft = (status: RefundRecord['status']): RefundRecord => ({
    _id: new Types.ObjectId(),
    chargeId: new Types.ObjectId(),
    paymentId: new Types.ObjectId(),
    providerPaymentId: 'pay_00000000000001',
    amountMinor: 100,
    currency: 'INR',
    reason: 'admin',
    reasonKey: 'admin:1',
    attempt: 1,
    status,
    providerRefundId: null,
    lastError: null,
    sentAt: null,
    nextAttemptAt: null,
    createdAt: world.clock.now(),
    updatedAt: world.clock.now(),
    processedAt: null,
  });

  it.each(pairsOf(refundTransitions, refundStatuses))(
    'from $from to $to: legal is $isLegal',
    async ({ from, to, isLegal }) => {
      const refund = draft(from);
      await RefundModel.create(refund);

      const moved = await moveRefund(refund, { status: to, nextAttemptAt: null, updatedAt: world.clock.now() });

      expect(moved).toBe(isLegal);
      expect((await RefundModel.findById(refund._id).lean().orFail()).status).toBe(isLegal ? to : from);
    },
  );

  it('is moved by whoever knows its attempt, and by one of two who do (T4)', async () => {
    const refund = draft('queued');
    await RefundModel.create(refund);
    const sent = { status: 'sent', nextAttemptAt: null, updatedAt: world.clock.now() } as const;

    expect(await moveRefund({ ...refund, attempt: 2 }, sent)).toBe(false);
    const moved = await Promise.all([moveRefund(refund, sent), moveRefund(refund, sent)]);
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});

describe('a charge (R4)', () => {
  const statuses = ['authorized', 'captured', 'lapsed', 'disputed', 'lost'] as const;

  it.each(pairsOf(chargeTransitions, statuses))(
    'from $from to $to: legal is $isLegal',
    async ({ from, to, isLegal }) => {
      const _id = new Types.ObjectId();
      await ChargeModel.collection.insertOne({ _id, status: from, providerPaymentId: _id.toHexString() });

      expect(await moveCharge(_id, { from, to })).toBe(isLegal);
      expect((await ChargeModel.collection.findOne({ _id }))?.['status']).toBe(isLegal ? to : from);
    },
  );
});
