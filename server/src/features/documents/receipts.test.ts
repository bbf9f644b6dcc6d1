import type { Session } from '@serene/shared/contracts';
import request, { type Response } from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2, type TestPerson } from '../../../test/booking-world.ts';
import { PaymentModel, RefundModel, sendRefunds } from '../payments/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('receipts');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Downloads a file; supertest keeps its bytes only if it is told to. */
const download = (path: string, { token }: { token: string }): Promise<Response> =>
  request(world.server)
    .get(`/api/v1${path}`)
    .set('Authorization', `Bearer ${token}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .then((response) => response);

async function textOf(response: Response): Promise<string> {
  if (response.status !== 200 || !Buffer.isBuffer(response.body)) throw new Error(`no file: ${response.status}`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(response.body)), { mergePages: true });
  return text.replace(/[\s\u00A0]+/g, ' ');
}

async function booked() {
  const asha = await world.customer('Asha Rao');
  const session = await world.book(asha, await world.expert());
  return { asha, session, path: `/payments/${session.paymentId}/receipt` };
}

async function cancelled(session: Session, person: TestPerson): Promise<string> {
  expectStatus(await world.post(`/sessions/${session.id}/cancel`, person, {}), 200);
  await sendRefunds(world);
  const refund = await RefundModel.findOne({ status: 'processed' }).lean().orFail();
  return `/payments/${session.paymentId}/refunds/${refund._id.toHexString()}/receipt`;
}

describe('GET /payments/:id/receipt (C2)', () => {
  it('is a PDF with the number in its name, the same bytes each time', async () => {
    const { asha, path, session } = await booked();

    const [one, other] = [await download(path, asha), await download(path, asha)];

    expect(one.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="RCT-25-26-000001.pdf"',
      'cache-control': 'private, no-store',
    });
    expect(await textOf(one)).toContain(session.reference);
    expect(one.body).toEqual(other.body);
  });

  it.each([
    ['America/New_York', '2027-11-07T05:30:00Z', 'Sunday, 7 November 2027, 01:30 GMT-4 (America/New_York)'],
    ['America/New_York', '2027-11-07T06:30:00Z', 'Sunday, 7 November 2027, 01:30 GMT-5 (America/New_York)'],
    ['Australia/Adelaide', '2027-04-03T16:30:00Z', 'Sunday, 4 April 2027, 02:00 GMT+9:30 (Australia/Adelaide)'],
  ])('says which of two hours was bought in %s at %s (S6)', async (clientTimezone, startsAt, words) => {
    const { asha, path, session } = await booked();
    const bought = { 'booking.clientTimezone': clientTimezone, 'booking.startsAt': new Date(startsAt) };
    await PaymentModel.updateOne({ _id: session.paymentId ?? '' }, { $set: bought });

    expect(await textOf(await download(path, asha))).toContain(words);
  });

  it('keeps its number after a refund, which has a receipt of its own', async () => {
    const { asha, path, session } = await booked();
    const before = await download(path, asha);

    const refundPath = await cancelled(session, asha);

    expect((await download(path, asha)).body).toEqual(before.body);
    const text = await textOf(await download(refundPath, asha));
    expect(text).toContain('RFD/25-26/000001');
    expect(text).toContain('For receipt RCT/25-26/000001');
    expect(text).toContain('Reason: The session was cancelled');
  });

  it('numbers the payment first when only the refund is downloaded', async () => {
    const { asha, session } = await booked();

    expect(await textOf(await download(await cancelled(session, asha), asha))).toContain('RCT/25-26/000001');
  });

  it('is there for an admin, and for nobody else', async () => {
    const { asha, path, session } = await booked();
    const refundPath = await cancelled(session, asha);
    const strangers = [await world.customer('Ravi Rao'), await world.expert()];

    for (const file of [path, refundPath]) {
      expect((await download(file, await world.admin())).status).toBe(200);
      for (const stranger of strangers) expect(errorOf(await world.get(file, stranger)).code).toBe('NOT_FOUND');
      expect(errorOf(await world.get(file, { token: 'none' })).code).toBe('UNAUTHENTICATED');
    }
  });

  it('is not there before the money is', async () => {
    const asha = await world.customer();
    const order = await world.hold(asha, await world.expert());

    const response = await world.get(`/payments/${order.paymentId}/receipt`, asha);

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({
      code: 'INVALID_TRANSITION',
      message: expect.stringContaining('not arrived'),
    });
  });

  it.each(['65f0c0ffee00000000000009', 'no-id'])('of a payment %s that does not exist is 404', async (id) => {
    expect((await world.get(`/payments/${id}/receipt`, await world.customer())).status).toBe(404);
  });
});

describe('GET /payments/:id/refunds/:refundId/receipt (C2)', () => {
  it('is not there before the gateway has processed the refund', async () => {
    const { asha, session } = await booked();
    await world.post(`/sessions/${session.id}/cancel`, asha, {});
    const refund = await RefundModel.findOne().lean().orFail();

    const response = await world.get(
      `/payments/${session.paymentId}/refunds/${refund._id.toHexString()}/receipt`,
      asha,
    );

    expect(errorOf(response).code).toBe('INVALID_TRANSITION');
  });

  it('of another payment’s refund is 404', async () => {
    const { asha, session } = await booked();
    const path = await cancelled(session, asha);
    const other = await world.book(asha, await world.expert());

    const response = await world.get(path.replace(`${session.paymentId}`, `${other.paymentId}`), asha);

    expect(response.status).toBe(404);
  });

  it('of money whose slot was lost is a receipt without an invoice (M5)', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const order = await world.hold(asha, expert, thursdayAt2);
    world.clock.moveBy(11 * 60_000);
    await world.book(ravi, expert, thursdayAt2);
    expect((await world.verify(asha, await world.pay(order.orderId))).status).toBe(409);
    await sendRefunds(world);
    const payment = await PaymentModel.findById(order.paymentId).lean().orFail();
    const refund = await RefundModel.findOne({ paymentId: payment._id }).lean().orFail();

    const receipt = await download(`/payments/${order.paymentId}/refunds/${refund._id.toHexString()}/receipt`, asha);

    const text = await textOf(receipt);
    expect(text).toContain('Refund receipt');
    expect(text).toContain('Nothing was sold for this money, so there is no invoice for it.');
    expect(errorOf(await world.get(`/payments/${order.paymentId}/receipt`, asha))).toMatchObject({
      code: 'INVALID_TRANSITION',
      message: expect.stringContaining('no invoice'),
    });
  });
});
