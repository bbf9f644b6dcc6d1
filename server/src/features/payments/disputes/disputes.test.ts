import { endpoints } from '@serene/shared/contracts';
import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../../test/booking-world.ts';
import { closeDispute, openDispute } from '../../../../test/gateway-events.ts';
import { hearOfDispute, paidSession, queueRefund, withGateway } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import {
  ChargeModel,
  DisputeModel,
  followDisputes,
  LedgerModel,
  PaymentModel,
  sendRefunds,
  WebhookEventModel,
} from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('disputes');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const hear = (disputeId: string, paymentId: string, event?: string) =>
  hearOfDispute(world, { disputeId, paymentId, ...(event === undefined ? {} : { event }) });
const charge = () => ChargeModel.findOne().lean().orFail();
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;

describe('a dispute (R3)', () => {
  it('is kept, with charge, ledger and a mail to support, once however often it is heard of', async () => {
    const { paymentId, providerPaymentId, session } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 39_000);

    await Promise.all([1, 2, 3].map(() => hear(disputeId, providerPaymentId)));

    expect(await DisputeModel.find().lean()).toMatchObject([
      { _id: disputeId, paymentId, amountMinor: 39_000, status: 'open', phase: 'chargeback' },
    ]);
    expect(await charge()).toMatchObject({ status: 'disputed', disputedMinor: 39_000, lostMinor: 0 });
    expect(await LedgerModel.find({ kind: 'dispute-opened' }).lean()).toMatchObject([
      { providerId: disputeId, amountMinor: 39_000 },
    ]);
    expect(await OutboxModel.find({ template: 'dispute-admin' }).lean()).toMatchObject([
      { _id: `dispute:${disputeId}:open:admin`, to: 'support@example.com', data: { reference: session.reference } },
    ]);
    expect(await statusOf(paymentId)).toBe('success');
  });

  it('that was won leaves the charge as it was', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await hear(disputeId, providerPaymentId);
    await closeDispute(world, disputeId, 'won');

    await hear(disputeId, providerPaymentId, 'won');

    expect(await charge()).toMatchObject({ status: 'captured', disputedMinor: 0, lostMinor: 0 });
    expect(await statusOf(paymentId)).toBe('success');
    expect(await LedgerModel.distinct('kind', { providerId: disputeId })).toEqual(['dispute-opened', 'dispute-won']);
  });

  it('that was lost counts as returned money: nothing more of it is refunded', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await closeDispute(world, disputeId, 'lost');

    // The first that we hear of it is its end.
    await hear(disputeId, providerPaymentId, 'lost');

    expect(await charge()).toMatchObject({ status: 'lost', disputedMinor: 0, lostMinor: 150_000 });
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await queueRefund(world, paymentId)).toBe(0);
    expect(await OutboxModel.distinct('_id', { template: 'dispute-admin' })).toEqual([
      `dispute:${disputeId}:lost:admin`,
    ]);
  });

  it('that was lost in part leaves the rest to be refunded', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 50_000);
    await closeDispute(world, disputeId, 'lost');
    await hear(disputeId, providerPaymentId);

    expect(await statusOf(paymentId)).toBe('partially_refunded');
    expect(await queueRefund(world, paymentId)).toBe(100_000);
    await sendRefunds(world);

    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('keeps what has ended, whatever old news arrive', async () => {
    const { providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await closeDispute(world, disputeId, 'closed');
    await hear(disputeId, providerPaymentId, 'closed');
    const reopened = { ...(await world.gateway.fetchDispute(disputeId)), status: 'open' } as const;

    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([reopened]) }));

    expect((await DisputeModel.findById(disputeId).lean().orFail()).status).toBe('closed');
    expect(await charge()).toMatchObject({ status: 'captured', disputedMinor: 0 });
  });

  it('beside another one ends when both have', async () => {
    const { providerPaymentId } = await paidSession(world);
    const [one, two] = [
      await openDispute(world, providerPaymentId, 50_000),
      await openDispute(world, providerPaymentId, 20_000),
    ];
    await hear(one, providerPaymentId);
    await hear(two, providerPaymentId);
    await closeDispute(world, one, 'lost');
    await hear(one, providerPaymentId);
    expect(await charge()).toMatchObject({ status: 'disputed', disputedMinor: 20_000, lostMinor: 50_000 });

    await closeDispute(world, two, 'won');
    await hear(two, providerPaymentId);

    expect(await charge()).toMatchObject({ status: 'lost', disputedMinor: 0, lostMinor: 50_000 });
  });

  it.each([
    ['won', 100_000, 60_000, 0],
    ['closed', 60_000, 100_000, 0],
    ['lost', 100_000, 60_000, 60_000],
    ['lost', 60_000, 100_000, 60_000],
  ] as const)('%s with another amount than it began with (%i, %i) leaves nothing disputed', async (...example) => {
    const [status, opened, ended, lostMinor] = example;
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, opened);
    await hear(disputeId, providerPaymentId);
    const found = { ...(await world.gateway.fetchDispute(disputeId)), status, amountMinor: ended };

    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([found]) }));

    expect(await charge()).toMatchObject({ status: lostMinor > 0 ? 'lost' : 'captured', disputedMinor: 0, lostMinor });
    expect(await LedgerModel.findOne({ _id: `dispute-${status}:${disputeId}` }).lean()).toMatchObject({
      amountMinor: status === 'lost' ? lostMinor : opened,
    });
    await closeDispute(world, disputeId, status);
    expect(await queueRefund(world, paymentId)).toBe(150_000 - lostMinor);
    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('of a payment that nobody told us about settles it first (M1)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const { razorpay_payment_id: providerPaymentId } = await world.pay(order.orderId);
    const disputeId = await openDispute(world, providerPaymentId);

    await hear(disputeId, providerPaymentId);

    expect(await DisputeModel.countDocuments()).toBe(1);
    expect(await charge()).toMatchObject({ status: 'disputed', capturedMinor: 150_000 });
  });

  it('of another shop on the same account is none of ours', async () => {
    await hear('disp_00000000000000', 'pay_00000000000000');

    expect(await DisputeModel.countDocuments()).toBe(0);
    expect(await WebhookEventModel.distinct('status')).toEqual(['ignored']);
  });

  it('whose events were all lost is found by asking, and so is its end (M10)', async () => {
    const { providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await followDisputes(world);
    expect(await charge()).toMatchObject({ status: 'disputed' });

    await closeDispute(world, disputeId, 'won');
    // Even where it is not among the latest any more.
    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([]) }));

    expect(await charge()).toMatchObject({ status: 'captured' });
  });
});

describe('GET /admin/disputes', () => {
  it('lists the latest first, for admins only', async () => {
    const { asha, session, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 39_000);
    await hear(disputeId, providerPaymentId);

    const response = await world.get('/admin/disputes', await world.admin());

    const { disputes } = endpoints['GET /admin/disputes'].responses[200].parse(expectStatus(response, 200));
    expect(disputes).toMatchObject([
      {
        id: disputeId,
        status: 'open',
        amount: 390,
        amountMinor: 39_000,
        sessionId: session.id,
        paymentId: session.paymentId,
        providerPaymentId,
        customer: { name: 'Asha Nair', email: asha.email },
      },
    ]);
    expect(errorOf(await world.get('/admin/disputes', asha)).code).toBe('FORBIDDEN');
  });
});
