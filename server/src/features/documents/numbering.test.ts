import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seller } from '../../../test/seller.ts';
import { buildProcessedRefund, buildSettledPayment } from '../../../test/settled-payments.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createLogger } from '../../infra/logger.ts';
import { models } from '../../models.ts';
import { UserModel } from '../auth/index.ts';
import { ExpertModel } from '../experts/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { PaymentModel } from '../payments/index.ts';
import { documentOfPayment } from './document-of-payment.ts';
import { documentOfRefund } from './document-of-refund.ts';
import { issueDueDocuments } from './issue-due-documents.ts';
import { DocumentModel } from './index.ts';

const clock = createTestClock();
const dependencies = { clock, seller, logger: createLogger('silent') };

beforeAll(() => openTestDatabase('documents', models));
beforeEach(async () => {
  for (const model of models) await model.collection.deleteMany({});
});
afterAll(closeTestDatabase);

const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const numbersOf = async (series: string) =>
  (await DocumentModel.find({ series }).sort({ number: 1 }).lean()).map(({ number }) => number);
const contents = async () => (await DocumentModel.find().sort({ _id: 1 }).lean()).map(({ content }) => content);

describe('the number of a document (C2)', () => {
  it('is one, however many downloads ask for it at once', async () => {
    const payment = await buildSettledPayment();

    const issued = await times(20, () => documentOfPayment(dependencies, payment));

    expect(new Set(issued.map((document) => document?.content.number))).toEqual(new Set(['INV/25-26/000001']));
    expect(await numbersOf('INV')).toEqual([1]);
  });

  it('follows the one before without a gap, whoever gives it', async () => {
    const payments = await times(30, () => buildSettledPayment());

    await Promise.all([
      issueDueDocuments(dependencies),
      issueDueDocuments(dependencies),
      ...payments.slice(0, 3).map((payment) => documentOfPayment(dependencies, payment)),
    ]);

    expect(await numbersOf('INV')).toEqual(upTo(30));
    expect(await DocumentModel.distinct('paymentId')).toHaveLength(30);
  });

  it('follows the order in which payments settled', async () => {
    const payments = await times(5, (index) =>
      buildSettledPayment({ settledAt: new Date(Date.UTC(2026, 0, 12, 6, 5 - index)) }),
    );

    await issueDueDocuments(dependencies);

    const inOrder = await DocumentModel.find().sort({ number: 1 }).lean();
    expect(inOrder.map(({ paymentId }) => paymentId.toHexString())).toEqual(
      payments.map(({ _id }) => _id.toHexString()).toReversed(),
    );
  });

  it('begins again at midnight of 1 April in India, by the moment of settling', async () => {
    await buildSettledPayment({ settledAt: new Date('2026-03-31T18:29:59.999Z') });
    await buildSettledPayment({ settledAt: new Date('2026-03-31T18:30:00.000Z') });

    await issueDueDocuments(dependencies);

    expect((await contents()).map(({ number }) => number)).toEqual(['INV/25-26/000001', 'INV/26-27/000001']);
  });

  it('is given to what settles after a clock that was days ahead was set right', async () => {
    await buildSettledPayment({ settledAt: new Date('2026-01-14T06:00:00Z') });
    clock.moveTo('2026-01-14T06:00:00Z');
    await issueDueDocuments(dependencies);
    clock.moveTo('2026-01-12T06:00:00Z');
    await issueDueDocuments(dependencies);
    clock.moveTo('2026-01-12T07:00:00Z');

    const payment = await buildSettledPayment({ settledAt: clock.now() });
    clock.moveBy(60 * 60_000);
    await issueDueDocuments(dependencies);

    expect(await DocumentModel.findOne({ paymentId: payment._id }).lean()).toMatchObject({ number: 2 });
    clock.moveTo('2026-01-12T06:00:00Z');
  });

  it('is not given twice for what a download numbered before', async () => {
    const payment = await buildSettledPayment();
    const downloaded = await documentOfPayment(dependencies, payment);

    await issueDueDocuments(dependencies);
    await issueDueDocuments(dependencies);

    expect(await DocumentModel.find().lean()).toMatchObject([{ _id: downloaded?._id }]);
  });
});

describe('the content of a document (C2)', () => {
  it('stays as it was when everything around it changes', async () => {
    const payment = await buildSettledPayment();
    const before = await documentOfPayment(dependencies, payment);
    await UserModel.updateOne({ _id: payment.userId }, { $set: { name: 'Asha Sharma' } });
    await ExpertModel.updateOne({ _id: payment.expertId }, { $set: { name: 'Dr. Meera Iyer' } });

    const moved = { ...dependencies, seller: { ...seller, gstPercent: 28, gstin: null, address: ['Elsewhere'] } };
    const after = await documentOfPayment(moved, payment);

    expect(after).toEqual(before);
  });

  it('of a registered seller is a tax invoice whose parts add up', async () => {
    await buildSettledPayment();

    await issueDueDocuments(dependencies);

    expect(await contents()).toMatchObject([
      {
        type: 'tax-invoice',
        facts: [
          ['Reference', expect.any(String)],
          ['Place of supply', 'Karnataka (29)'],
        ],
        totalMinor: 150_000,
        taxableMinor: 127_118,
        taxes: [
          { name: 'CGST', ratePercent: 9, amountMinor: 11_441 },
          { name: 'SGST', ratePercent: 9, amountMinor: 11_441 },
        ],
        amountInWords: 'One Thousand Five Hundred Rupees Only',
      },
    ]);
  });

  it('of a seller without a GSTIN is a plain receipt in a series of its own', async () => {
    const payment = await buildSettledPayment();
    await buildProcessedRefund(payment, { amountMinor: 50_000 });

    await issueDueDocuments({ ...dependencies, seller: { ...seller, gstin: null } });

    expect(await contents()).toMatchObject([
      { type: 'receipt', number: 'RCT/25-26/000001', taxes: [], taxableMinor: 150_000 },
      { type: 'refund-receipt', number: 'RFD/25-26/000001', taxes: [], taxableMinor: 50_000, totalMinor: 50_000 },
    ]);
  });
});

describe('a refund (C2)', () => {
  it('of an invoiced payment has a credit note that names the invoice, with the tax of that time', async () => {
    const payment = await buildSettledPayment();
    await issueDueDocuments(dependencies);
    await buildProcessedRefund(payment);

    await issueDueDocuments({ ...dependencies, seller: { ...seller, gstPercent: 28 } });

    const [invoice, note] = await contents();
    expect(note).toMatchObject({
      type: 'credit-note',
      number: 'CRN/25-26/000001',
      taxes: invoice?.taxes,
      taxableMinor: invoice?.taxableMinor,
    });
    expect(note?.facts).toContainEqual(['For tax invoice', 'INV/25-26/000001']);
  });

  it('in parts, at once, takes back exactly the tax of the invoice', async () => {
    const payment = await buildSettledPayment();
    const refunds = [];
    for (const amountMinor of [33_333, 33_333, 83_334]) {
      refunds.push(await buildProcessedRefund(payment, { amountMinor }));
    }

    await Promise.all(refunds.map((refund) => documentOfRefund(dependencies, { payment, refund })));

    const all = await contents();
    const sum = (type: string, read: (content: (typeof all)[number]) => number | undefined) =>
      all.filter((content) => content.type === type).reduce((total, content) => total + (read(content) ?? 0), 0);
    expect(await numbersOf('CRN')).toEqual([1, 2, 3]);
    for (const index of [0, 1]) {
      expect(sum('credit-note', ({ taxes }) => taxes[index]?.amountMinor)).toBe(11_441);
    }
    expect(sum('credit-note', ({ taxableMinor }) => taxableMinor)).toBe(127_118);
  });

  it('has no document before the gateway has processed it', async () => {
    const payment = await buildSettledPayment();
    const refund = await buildProcessedRefund(payment, { status: 'sent', processedAt: null });

    expect(await documentOfRefund(dependencies, { payment, refund })).toBeNull();
  });

  it('of a second charge is a refund receipt: the invoice is for the first one (M6)', async () => {
    const payment = await buildSettledPayment();
    const { _id: chargeId } = await buildSettledPayment();
    await buildProcessedRefund(payment, { chargeId, reason: 'second-charge' });

    await issueDueDocuments(dependencies);

    expect(await numbersOf('CRN')).toEqual([]);
    expect((await contents()).filter(({ type }) => type === 'refund-receipt')).toMatchObject([
      {
        number: 'RFD/25-26/000001',
        notes: [expect.stringContaining('no invoice'), expect.any(String), expect.any(String)],
      },
    ]);
  });
});

describe('the numbering job (C2)', () => {
  it('goes on behind an event that it cannot document, and comes back to it', async () => {
    const broken = await buildSettledPayment({ settledAt: new Date('2026-01-12T05:00:00Z') });
    await buildSettledPayment({ settledAt: new Date('2026-01-12T06:00:00Z') });
    const owner = await UserModel.findById(broken.userId).lean().orFail();
    await UserModel.deleteOne({ _id: owner._id });

    await issueDueDocuments(dependencies);
    expect(await numbersOf('INV')).toEqual([1]);

    await UserModel.create(owner);
    await issueDueDocuments(dependencies);
    expect(await numbersOf('INV')).toEqual([1, 2]);
  });

  it('reads the ledger from where it stopped, and a little before', async () => {
    await buildSettledPayment({ settledAt: new Date('2026-01-12T05:00:00Z') });
    await buildSettledPayment({ settledAt: new Date('2026-01-12T05:50:00Z') });
    await buildSettledPayment({ settledAt: new Date('2026-01-12T06:00:00Z') });

    expect(await issueDueDocuments(dependencies)).toBe(3);
    expect(await issueDueDocuments(dependencies)).toBe(2);
  });

  it('finds what became visible after a later event had been numbered', async () => {
    await buildSettledPayment({ settledAt: new Date('2026-01-12T06:00:00Z') });
    await issueDueDocuments(dependencies);
    await buildSettledPayment({ settledAt: new Date('2026-01-12T05:55:00Z') });

    await issueDueDocuments(dependencies);

    expect(await numbersOf('INV')).toEqual([1, 2]);
  });
});

describe('the mail about a payment’s document (E1)', () => {
  const day = 24 * 60 * 60_000;
  const mails = () => OutboxModel.find({ template: 'receipt-user' }).lean();

  it('is owed with the number, and says what the document says', async () => {
    const payment = await buildSettledPayment();

    const invoice = await documentOfPayment(dependencies, payment);

    expect(await mails()).toMatchObject([
      {
        _id: `receipt:${invoice?._id.toHexString()}:customer`,
        to: invoice?.content.customer.email,
        data: {
          sessionId: payment.sessionId?.toHexString(),
          type: 'tax-invoice',
          number: 'INV/25-26/000001',
          totalMinor: 150_000,
          taxableMinor: 127_118,
          taxes: invoice?.content.taxes,
          expertName: 'Dr. Meera Nair',
        },
      },
    ]);
  });

  it('is one, however many number the payment at once, and again', async () => {
    const payment = await buildSettledPayment();

    await times(10, () => documentOfPayment(dependencies, payment));
    await issueDueDocuments(dependencies);

    expect(await mails()).toHaveLength(1);
  });

  it('of a seller without a GSTIN is about a plain receipt', async () => {
    await buildSettledPayment();

    await issueDueDocuments({ ...dependencies, seller: { ...seller, gstin: null } });

    expect(await mails()).toMatchObject([{ data: { type: 'receipt', number: 'RCT/25-26/000001', taxes: [] } }]);
  });

  it('does not follow the document of a refund', async () => {
    const payment = await buildSettledPayment();
    await buildProcessedRefund(payment);

    await issueDueDocuments(dependencies);

    expect(await DocumentModel.countDocuments()).toBe(2);
    expect(await mails()).toHaveLength(1);
  });

  it('does not come for money that bought nothing and went back (M5)', async () => {
    const settled = await buildSettledPayment();
    await PaymentModel.updateOne({ _id: settled._id }, { $set: { status: 'refunded', sessionId: null } });
    await buildProcessedRefund(settled, { reason: 'slot-lost' });

    await issueDueDocuments(dependencies);

    expect(await numbersOf('RFD')).toEqual([1]);
    expect(await mails()).toEqual([]);
  });

  it('does not come for what is numbered more than two days after it settled, as after an upgrade', async () => {
    const now = clock.now().getTime();
    await buildSettledPayment({ settledAt: new Date(now - 2 * day - 1) });
    const young = await buildSettledPayment({ settledAt: new Date(now - 2 * day) });

    await issueDueDocuments(dependencies);

    expect(await DocumentModel.countDocuments()).toBe(2);
    expect(await mails()).toMatchObject([{ data: { sessionId: young.sessionId?.toHexString() } }]);
  });
});
