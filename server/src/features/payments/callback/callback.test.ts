import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

async function paidOrder(): Promise<{ orderId: string; report: CheckoutReport }> {
  const { orderId } = await world.hold(await world.customer(), await world.expert());
  return { orderId, report: await world.pay(orderId) };
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
    const { orderId, report } = await paidOrder();
    await world.fault({ fault: '502', method: 'GET' });

    expect(await destination(report)).toBe(`/booking/failed?error=other&orderId=${orderId}`);

    await world.clearFaults();
    world.clock.moveBy(2 * 60_000);
    await reconcile(world);
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('leads to the page of the order when the slot was lost (M5)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const { orderId } = await world.hold(asha, expert);
    world.clock.moveBy(10 * 60_000);
    await world.hold(await world.customer('Ravi Rao'), expert);

    expect(await destination(await world.pay(orderId))).toBe(`/booking/failed?error=other&orderId=${orderId}`);
  });

  it.each([
    ['a reason that the page has words for', 'payment_cancelled', 'payment_cancelled'],
    ['any other reason', '<script>', 'other'],
  ])('leads to the failed page with %s', async (_what, reason, error) => {
    const metadata = JSON.stringify({ payment_id: 'pay_00000000000001', order_id: 'order_00000000000001' });

    const page = await destination({
      'error[code]': 'BAD_REQUEST_ERROR',
      'error[description]': 'Payment failed',
      'error[reason]': reason,
      'error[metadata]': metadata,
    });

    expect(page).toBe(`/booking/failed?error=${error}&orderId=order_00000000000001`);
  });

  it.each(['{"order_id":"../admin"}', '{"order_id":', 'null'])(
    'takes no address from the metadata %s',
    async (text) => {
      expect(await destination({ 'error[reason]': 'card_declined', 'error[metadata]': text })).toBe(
        '/booking/failed?error=card_declined',
      );
    },
  );

  it('is refused when it is oversized, or of too many fields', async () => {
    const fields = Array.from({ length: 1_500 }, (_none, index) => [`f${index}`, '']);

    expect((await post({ filler: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await post(Object.fromEntries(fields))).status).toBe(413);
  });
});
