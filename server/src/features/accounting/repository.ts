import type { Types } from 'mongoose';
import {
  ChargeModel,
  DisputeModel,
  LedgerModel,
  PaymentModel,
  RefundModel,
  type PaymentRecord,
} from '../payments/index.ts';
import { SessionModel, type SessionRecord } from '../sessions/index.ts';
import type { Books } from './books.ts';

/** Payments whose records are held in memory at a time, however many there are. */
const pageSize = 200;

/** The books of every payment, a page at a time, the oldest payment first. */
export async function* readAllBooks(): AsyncGenerator<Books[]> {
  let after: Types.ObjectId | null = null;
  for (;;) {
    const payments: PaymentRecord[] = await PaymentModel.find(after ? { _id: { $gt: after } } : {})
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean();
    after = payments.at(-1)?._id ?? null;
    if (after === null) return;
    yield await readBooks(payments);
  }
}

/** The books of one payment as they are now. */
export async function readBooksOf(paymentId: Types.ObjectId): Promise<Books | null> {
  const payment = await PaymentModel.findById(paymentId).lean();
  return payment && ((await readBooks([payment]))[0] ?? null);
}

async function readBooks(payments: readonly PaymentRecord[]): Promise<Books[]> {
  const ofThese = { paymentId: { $in: payments.map(({ _id }) => _id) } };
  const charges = groupByPayment(await ChargeModel.find(ofThese).lean());
  const refunds = groupByPayment(await RefundModel.find(ofThese).lean());
  const disputes = groupByPayment(await DisputeModel.find(ofThese).lean());
  const sessions = groupByPayment(await findSessionsOf(payments));
  const ledger = groupByPayment(await LedgerModel.find(ofThese).lean());
  return payments.map((payment) => {
    const id = payment._id.toHexString();
    return {
      payment,
      charges: charges.get(id) ?? [],
      refunds: refunds.get(id) ?? [],
      disputes: disputes.get(id) ?? [],
      sessions: sessions.get(id) ?? [],
      ledger: ledger.get(id) ?? [],
    };
  });
}

/** Through the index { expertId, paymentId }; a session with another expert than its payment is found as an orphan. */
async function findSessionsOf(payments: readonly PaymentRecord[]): Promise<SessionRecord[]> {
  const paymentId = { $in: payments.map(({ _id }) => _id) };
  const expertId = {
    $in: [...new Map(payments.map((payment) => [payment.expertId.toHexString(), payment.expertId])).values()],
  };
  return SessionModel.find({ expertId, paymentId }).lean();
}

function groupByPayment<T extends { paymentId?: Types.ObjectId }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const id = record.paymentId?.toHexString() ?? '';
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  return groups;
}

/** A record that names a payment which does not exist, or which is about another expert. */
export type Orphan = { collection: string; id: string; paymentId: Types.ObjectId; paymentExists: boolean };

type NamesPayment = { _id: Types.ObjectId | string; paymentId: Types.ObjectId; expertId?: Types.ObjectId };

/** Every record that belongs to no payment although it names one. */
export async function* findOrphans(): AsyncGenerator<Orphan> {
  for (const { collection } of [ChargeModel, RefundModel, DisputeModel, LedgerModel, SessionModel]) {
    const rows = collection
      .find<NamesPayment>({ paymentId: { $type: 'objectId' } }, { projection: { paymentId: 1, expertId: 1 } })
      .batchSize(pageSize);
    let page: NamesPayment[] = [];
    for await (const row of rows) {
      page.push(row);
      if (page.length < pageSize) continue;
      yield* await orphansAmong(page, collection.collectionName);
      page = [];
    }
    yield* await orphansAmong(page, collection.collectionName);
  }
}

async function orphansAmong(page: readonly NamesPayment[], collection: string): Promise<Orphan[]> {
  const ids = page.map(({ paymentId }) => paymentId);
  const payments = await PaymentModel.find({ _id: { $in: ids } }, { expertId: 1 }).lean();
  const expertOf = new Map(payments.map(({ _id, expertId }) => [_id.toHexString(), expertId]));
  return page.flatMap(({ _id, paymentId, expertId }) => {
    const expected = expertOf.get(paymentId.toHexString());
    if (expected && (!expertId || expected.equals(expertId))) return [];
    return [{ collection, id: String(_id), paymentId, paymentExists: expected !== undefined }];
  });
}

/** Sessions that have a price and name no payment. */
export function readUnpaidSessions(): AsyncIterable<SessionRecord> {
  return SessionModel.find({ amountMinor: { $gt: 0 }, paymentId: null })
    .sort({ _id: 1 })
    .lean()
    .cursor();
}
