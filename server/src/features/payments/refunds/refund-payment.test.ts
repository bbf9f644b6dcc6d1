import { endpoints } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, type TestPerson } from '../../../../test/booking-world.ts';
import { AuditModel } from '../../auth/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, PaymentModel, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
let admin: TestPerson;
beforeAll(async () => {
  world = await BookingWorld.open('refund-payment');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  admin = await world.admin();
});

async function booked() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const session = await world.book(asha, expert);
  return { asha, session, paymentId: session.paymentId ?? '' };
}

const ask = (paymentId: string, body: object = {}, person = admin) =>
  world.post(`/payments/${paymentId}/refund`, person, {
    amountMinor: 50_000,
    reason: 'The session began late.',
    idempotencyKey: 'ticket-0001',
    ...body,
  });

const detailsOf = (response: Awaited<ReturnType<typeof ask>>) =>
  endpoints['GET /payments/:id'].responses[200].parse(expectStatus(response, 200)).payment;

describe('GET /payments/:id', () => {
  it('shows the customer their money, and an admin anybody’s', async () => {
    const { asha, paymentId } = await booked();

    const own = detailsOf(await world.get(`/payments/${paymentId}`, asha));

    expect(own).toMatchObject({
      id: paymentId,
      status: 'success',
      amountMinor: 150_000,
      method: 'upi',
      paidAt: world.clock.now().toISOString(),
      refunds: [],
    });
    expect(detailsOf(await world.get(`/payments/${paymentId}`, admin))).toEqual(own);
  });

  it('looks like none when it is another person’s, or does not exist', async () => {
    const { paymentId, session } = await booked();

    expect((await world.get(`/payments/${paymentId}`, await world.customer('Ravi Rao'))).status).toBe(404);
    expect((await world.get(`/payments/${session.id}`, admin)).status).toBe(404);
    expect((await world.get('/payments/nonsense', admin)).status).toBe(404);
  });
});

describe('an admin returns money (L2)', () => {
  it('without a change of the session, and the audit log says who and why', async () => {
    const { asha, session, paymentId } = await booked();

    const refunded = detailsOf(await ask(paymentId));

    expect(refunded).toMatchObject({
      status: 'refund_pending',
      refunds: [{ reason: 'admin', amount: 500, amountMinor: 50_000, status: 'queued', processedAt: null }],
    });
    expect((await SessionModel.findById(session.id).lean().orFail()).status).toBe('confirmed');
    expect(await AuditModel.findOne({ action: 'payment.refund' }).lean()).toMatchObject({
      actorId: admin.userId,
      before: { status: 'success', refundedMinor: 0 },
      after: { amountMinor: 50_000, reason: 'The session began late.' },
    });
    await sendRefunds(world);
    expect(detailsOf(await world.get(`/payments/${paymentId}`, asha))).toMatchObject({
      status: 'partially_refunded',
      refunds: [{ status: 'processed', processedAt: world.clock.now().toISOString() }],
    });
  });

  it('once for each key, also when it is sent five times at once', async () => {
    const { paymentId } = await booked();

    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(paymentId, { amountMinor: 100_000 })));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await RefundModel.countDocuments()).toBe(1);
    expect(await AuditModel.countDocuments({ action: 'payment.refund' })).toBe(1);
  });

  it('but not another amount with the same key', async () => {
    const { paymentId } = await booked();
    await ask(paymentId);

    expect(errorOf(await ask(paymentId, { amountMinor: 60_000 })).code).toBe('INVALID_TRANSITION');
  });

  it('never more than is left, and says how much that is (R1)', async () => {
    const { paymentId } = await booked();
    await ask(paymentId);

    const tooMuch = errorOf(await ask(paymentId, { amountMinor: 100_001, idempotencyKey: 'ticket-0002' }));

    expect(tooMuch).toMatchObject({ code: 'INVALID_TRANSITION', details: { refundableMinor: 100_000 } });
    expect(tooMuch.message).toContain('INR 1000');
    expect((await ask(paymentId, { amountMinor: 100_000, idempotencyKey: 'ticket-0003' })).status).toBe(200);
    expect(errorOf(await ask(paymentId, { amountMinor: 1, idempotencyKey: 'ticket-0004' })).code).toBe(
      'INVALID_TRANSITION',
    );
  });

  it.each([
    ['less than the gateway refunds', 50, 'no less than INR 1'],
    ['nearly all, so that the rest could never be refunded', 149_950, 'would leave INR 0.5'],
  ])('not %s', async (_what, amountMinor, problem) => {
    const { paymentId } = await booked();

    const refused = await ask(paymentId, { amountMinor });

    expect(refused.status).toBe(400);
    expect(errorOf(refused).message).toContain(problem);
    expect(await RefundModel.countDocuments()).toBe(0);
  });

  it('not of an order that nobody paid', async () => {
    const order = await world.hold(await world.customer(), await world.expert());

    expect(errorOf(await ask(order.paymentId)).code).toBe('INVALID_TRANSITION');
  });

  it('again after a refund failed for good (R4)', async () => {
    const { paymentId } = await booked();
    await ask(paymentId, { amountMinor: 150_000 });
    await world.control('POST', '/faults', { refunds: 'refused' });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await sendRefunds(world);
      world.clock.moveBy(24 * 60 * 60_000);
    }
    expect((await PaymentModel.findById(paymentId).lean().orFail()).status).toBe('refund_failed');
    await world.clearFaults();

    expect((await ask(paymentId, { amountMinor: 150_000, idempotencyKey: 'ticket-0002' })).status).toBe(200);
    await sendRefunds(world);

    expect((await PaymentModel.findById(paymentId).lean().orFail()).status).toBe('refunded');
  });

  it('of a second charge whose refund failed for good, and not of the first one when it is repeated (M6)', async () => {
    const { paymentId } = await booked();
    const first = await ChargeModel.findOne().lean().orFail();
    const second = { ...first, _id: new Types.ObjectId(), providerPaymentId: 'pay_SecondCharge01', owedMinor: 150_000 };
    await ChargeModel.create(second);

    await ask(paymentId, { amountMinor: 150_000 });
    await ask(paymentId, { amountMinor: 150_000 });

    expect(await RefundModel.find().lean()).toMatchObject([{ chargeId: second._id, amountMinor: 150_000 }]);
    expect((await PaymentModel.findById(paymentId).lean().orFail()).status).toBe('success');
  });

  it('is for admins only, of payments that exist', async () => {
    const { asha, session, paymentId } = await booked();

    expect(errorOf(await ask(paymentId, {}, asha)).code).toBe('FORBIDDEN');
    expect((await ask(session.id)).status).toBe(404);
    expect((await ask(paymentId, { amountMinor: 0 })).status).toBe(400);
    expect((await ask(paymentId, { idempotencyKey: 'a b' })).status).toBe(400);
  });
});
