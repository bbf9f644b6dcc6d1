import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../errors.ts';
import type { RateLimit } from '../../../http/rate-limit.ts';
import { receiveCallback } from './receive-callback.ts';
import { BookingWorld, type CheckoutReport } from '../../../../test/booking-world.ts';
import { SessionModel } from '../../sessions/index.ts';
import { PaymentModel, reconcile } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('callback');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const post = (form: Record<string, string>) =>
  request(world.server).post('/api/v1/payments/callback').type('form').send(form);

async function paidOrder(): Promise<{ orderId: string; paymentId: string; report: CheckoutReport }> {
  const { orderId, paymentId } = await world.hold(await world.customer(), await world.expert());
  return { orderId, paymentId, report: await world.pay(orderId) };
}

/** Where the browser is sent, within the web app. */
async function destination(form: Record<string, string>): Promise<string> {
  const response = await post(form);
  expect(response.status).toBe(303);
  const location = new URL(response.headers['location'] ?? '');
  expect(location.origin).toBe(world.config.FRONTEND_URL);
  return `${location.pathname}${location.search}`;
}

describe('the form of the gateway’s page, from browsers without an iframe', () => {
  it('settles a payment and leads to the booking, without a sign-in', async () => {
    const { report } = await paidOrder();

    const page = await destination(report);

    const session = await SessionModel.findOne().lean().orFail();
    expect(page).toBe(
      `/booking/success?sessionId=${session._id.toHexString()}&paymentId=${session.paymentId?.toHexString()}`,
    );
    expect(await destination(report)).toBe(page);
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it.each<[string, (report: CheckoutReport) => Record<string, string>]>([
    ['forged', (report) => ({ ...report, razorpay_signature: '0'.repeat(64) })],
    ['of another pair', (report) => ({ ...report, razorpay_payment_id: 'pay_00000000000001' })],
    ['without a signature', ({ razorpay_signature: _none, ...report }) => report],
    ['empty', () => ({})],
  ])('changes nothing when it is %s', async (_how, change) => {
    const { report } = await paidOrder();

    expect(await destination(change(report))).toBe('/booking/failed?error=other');

    expect(await SessionModel.countDocuments()).toBe(0);
    expect(await PaymentModel.distinct('status')).toEqual(['created']);
  });

  it('waits on the page of the order while the gateway is away; the reconciler goes on (M10)', async () => {
    const { orderId, paymentId, report } = await paidOrder();
    await world.fault({ fault: '502', method: 'GET' });

    expect(await destination(report)).toBe(
      `/booking/failed?error=payment_pending&paymentId=${paymentId}&orderId=${orderId}`,
    );

    await world.clearFaults();
    world.clock.moveBy(2 * 60_000);
    await reconcile(world);
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('leads to the page of the order when the slot was lost (M5)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const { orderId, paymentId } = await world.hold(asha, expert);
    world.clock.moveBy(10 * 60_000);
    await world.hold(await world.customer('Ravi Rao'), expert);

    expect(await destination(await world.pay(orderId))).toBe(
      `/booking/failed?error=payment_returned&paymentId=${paymentId}&orderId=${orderId}`,
    );
  });

  it('leads to the booking also when the money comes after the hold, while the slot is still free (M4)', async () => {
    const { orderId } = await world.hold(await world.customer(), await world.expert());
    world.clock.moveBy(15 * 60_000);

    expect(await destination(await world.pay(orderId))).toMatch(/^\/booking\/success\?sessionId=[0-9a-f]{24}&/);
  });

  it('waits on the page of the order for an approval that is on its way, and is booked when it comes', async () => {
    const { orderId, paymentId } = await world.hold(await world.customer(), await world.expert());
    const report = await world.pay(orderId, 'late');

    expect(await destination(report)).toBe(
      `/booking/failed?error=payment_pending&paymentId=${paymentId}&orderId=${orderId}`,
    );

    await world.control('POST', `/payments/${report.razorpay_payment_id}/complete`, { outcome: 'approved' });
    expect(await destination(report)).toMatch(/^\/booking\/success/);
  });

  it('leads to the booking that is known while the gateway is away', async () => {
    const { report } = await paidOrder();
    const page = await destination(report);
    await world.fault({ fault: '502', method: 'GET' });

    expect(await destination(report)).toBe(page);
  });

  it('is refused when the report of one order names another', async () => {
    const [one, other] = [await paidOrder(), await paidOrder()];

    expect(await destination({ ...one.report, razorpay_order_id: other.orderId })).toBe('/booking/failed?error=other');

    expect(await SessionModel.countDocuments()).toBe(0);
  });

  it.each([
    ['a reason that the page has words for', 'payment_cancelled', 'payment_cancelled'],
    ['any other reason', '<script>', 'other'],
  ])('leads to the failed page with %s', async (_what, reason, error) => {
    const { orderId, paymentId } = await world.hold(await world.customer(), await world.expert());
    const metadata = JSON.stringify({ payment_id: 'pay_00000000000001', order_id: orderId });

    const page = await destination({
      'error[code]': 'BAD_REQUEST_ERROR',
      'error[description]': 'Payment failed',
      'error[reason]': reason,
      'error[metadata]': metadata,
    });

    expect(page).toBe(`/booking/failed?error=${error}&paymentId=${paymentId}&orderId=${orderId}`);
  });

  it.each(['{"order_id":"../admin"}', '{"order_id":"order_00000000000001"}', '{"order_id":', 'null'])(
    'takes no address from the metadata %s',
    async (text) => {
      expect(await destination({ 'error[reason]': 'card_declined', 'error[metadata]': text })).toBe(
        '/booking/failed?error=card_declined',
      );
    },
  );

  it.each(['https://evil.example.com', '//evil.example.com', '/\\evil.example.com'])(
    'leads nowhere but to the web app, whatever address %s is sent along',
    async (address) => {
      const more = { callback_url: address, next: address, sessionId: address, 'error[reason]': address };

      expect(await destination(more)).toBe('/booking/failed?error=other');
    },
  );

  it.each(['get', 'post'] as const)('leads back to the order where the customer turned back (%s)', async (method) => {
    const turnBack = (query: Record<string, string>) =>
      request(world.server)[method]('/api/v1/payments/callback/cancelled').query(query);
    const page = `${world.config.FRONTEND_URL}/booking/failed?error=payment_cancelled`;

    const known = await turnBack({ paymentId: '65a1b2c3d4e5f60718293a4b' });
    expect(known.headers['location']).toBe(`${page}&paymentId=65a1b2c3d4e5f60718293a4b`);
    // Pages of before named the gateway's order.
    const older = await turnBack({ orderId: 'order_00000000000001' });
    expect(older.headers['location']).toBe(`${page}&orderId=order_00000000000001`);
    expect((await turnBack({ paymentId: '//evil' })).headers['location']).toBe(page);
  });

  it('leads a failure to its page also while the database is away, and when its network has asked too often', async () => {
    const failure = { 'error[reason]': 'card_declined', 'error[metadata]': '{"order_id":"order_00000000000001"}' };
    const { gateways, clock, logger } = world;
    const ask = (refuse: () => Promise<never>) => {
      const rateLimit: RateLimit = Object.assign(refuse, { refuseFull: refuse });
      return receiveCallback({ gateways, clock, logger, rateLimit }, { form: failure, network: '198.51.100.7' });
    };

    const busy = await ask(() => Promise.reject(new AppError('TOO_MANY_REQUESTS', 'Wait.')));
    const away = await ask(() => Promise.reject(new AppError('BUSY', 'Away.')));

    for (const outcome of [busy, away]) {
      expect(outcome).toMatchObject({ error: 'card_declined', named: { orderId: 'order_00000000000001' } });
    }
  });

  it('is refused when it is oversized, or of too many fields', async () => {
    const fields = Array.from({ length: 1_500 }, (_none, index) => [`f${index}`, '']);

    expect((await post({ filler: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await post(Object.fromEntries(fields))).status).toBe(413);
  });
});

describe('what a browser is told that reported a payment and is signed in as nobody', () => {
  /** Posts the form and asks as the page then does, with the cookie of the answer. */
  async function ask(report: CheckoutReport) {
    const cookie = (await post(report)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return { cookie, answer: () => reported(cookie) };
  }
  const reported = (cookie: string) => request(world.server).get('/api/v1/payments/reported').set('Cookie', cookie);

  it('is the booking, without a word of who, with whom and when', async () => {
    const { report } = await paidOrder();

    const { body } = await (await ask(report)).answer();

    const { reference } = await SessionModel.findOne().lean().orFail();
    expect(body.payment).toEqual({ outcome: 'booked', amount: 1500, currency: 'INR', reference });
  });

  it('is a request where the expert has to say yes, and that it was cancelled once it was', async () => {
    const { orderId } = await world.hold(await world.customer(), await world.expert({ requiresApproval: true }));
    const { answer } = await ask(await world.pay(orderId));
    expect((await answer()).body.payment.outcome).toBe('requested');

    await SessionModel.updateOne({}, { status: 'cancelled' });
    expect((await answer()).body.payment.outcome).toBe('cancelled');
  });

  it('is that it is on its way, then what came of it', async () => {
    const { report } = await paidOrder();
    await world.fault({ fault: '502', method: 'GET' });
    const { answer } = await ask(report);
    expect((await answer()).body.payment.outcome).toBe('pending');

    await world.clearFaults();
    await post(report);
    expect((await answer()).body.payment.outcome).toBe('booked');
  });

  it('is the refund where the slot was lost (M5)', async () => {
    const expert = await world.expert();
    const { orderId } = await world.hold(await world.customer(), expert);
    world.clock.moveBy(10 * 60_000);
    await world.hold(await world.customer('Ravi Rao'), expert);

    const { body } = await (await ask(await world.pay(orderId))).answer();

    expect(body.payment).toMatchObject({ outcome: 'returned', refund: { amount: 1500, reason: 'slot-lost' } });
  });

  it('is nothing without the cookie, with another payment in it, or after half an hour', async () => {
    const [one, other] = [await paidOrder(), await paidOrder()];
    const [mine, theirs] = [await ask(one.report), await ask(other.report)];
    const swapped = mine.cookie.replace(/=[0-9a-f]{24}/, `=${theirs.cookie.split('=')[1]?.slice(0, 24)}`);

    expect((await reported('')).status).toBe(404);
    expect((await reported(swapped)).status).toBe(404);
    world.clock.moveBy(31 * 60_000);
    expect((await mine.answer()).status).toBe(404);
  });

  it('is out of reach for scripts and for other sites, and nothing of it is in the address', async () => {
    const { report } = await paidOrder();

    const { headers } = await post(report);

    expect(headers['set-cookie']?.[0]).toMatch(/; Path=\/api\/v1\/payments; .*HttpOnly; SameSite=Strict/);
    expect(headers['location']).not.toContain(report.razorpay_signature);
  });

  it('is not to be had by a report that is forged', async () => {
    const { report } = await paidOrder();

    expect((await post({ ...report, razorpay_signature: '0'.repeat(64) })).headers['set-cookie']).toBeUndefined();
  });
});
