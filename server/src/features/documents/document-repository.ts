import type { ClientSession, Types } from 'mongoose';
import { firstStands } from '../../infra/mongo.ts';
import { BookmarkModel } from './bookmark-model.ts';
import { CounterModel } from './counter-model.ts';
import { documentContentSchema } from './document-content.ts';
import { DocumentModel, type DocumentRecord } from './document-model.ts';
import type { DocumentNumber } from './financial-year.ts';

/** What a document is about: a payment, or one refund of it. */
export type DocumentSubject = { paymentId: Types.ObjectId; refundId: Types.ObjectId | null };

export async function findDocument(
  { paymentId, refundId }: DocumentSubject,
  transaction?: ClientSession,
): Promise<DocumentRecord | null> {
  const found = await DocumentModel.findOne({ paymentId, refundId })
    .session(transaction ?? null)
    .lean();
  return found && { ...found, content: documentContentSchema.parse(found.content) };
}

export async function insertDocument(document: DocumentRecord, transaction: ClientSession): Promise<void> {
  await DocumentModel.create([document], { session: transaction });
}

type Series = Omit<DocumentNumber, 'number'>;
const counterId = ({ series, financialYear }: Series) => `${series} ${financialYear}`;

/** Makes sure that a series has a counter for the year. Outside any transaction: two at once would abort one of them. */
export async function openCounter(series: Series): Promise<void> {
  const counter = { $setOnInsert: { last: 0 } };
  await firstStands(CounterModel.updateOne({ _id: counterId(series) }, counter, { upsert: true }));
}

/**
 * Takes the next number of a series, in the transaction that inserts the document: both happen or neither, so that no
 * number is lost, and whoever comes second waits for the first (rule C2).
 */
export async function takeNumber(series: Series, transaction: ClientSession): Promise<number> {
  const _id = counterId(series);
  await CounterModel.updateOne({ _id }, { $inc: { last: 1 } }, { session: transaction });
  const counter = await CounterModel.findOne({ _id }).session(transaction).lean().orFail();
  return counter.last;
}

/**
 * Adds a refund to what was credited against the document of a payment. Being a write to that document, it makes credit
 * notes of one payment wait for each other (rule T3).
 * @returns what had been credited before, in minor units
 */
export async function addCredit(
  documentId: Types.ObjectId,
  amountMinor: number,
  transaction: ClientSession,
): Promise<number> {
  await DocumentModel.updateOne(
    { _id: documentId },
    { $inc: { creditedMinor: amountMinor } },
    { session: transaction },
  );
  const document = await DocumentModel.findById(documentId).session(transaction).lean().orFail();
  return document.creditedMinor - amountMinor;
}

const bookmark = { _id: 'ledger' };

/** Up to which instant all money events have their documents; null before the first run. */
export async function findBookmark(): Promise<Date | null> {
  return (await BookmarkModel.findOne(bookmark).lean())?.at ?? null;
}

export async function saveBookmark(at: Date): Promise<void> {
  await BookmarkModel.updateOne(bookmark, { $set: { at } }, { upsert: true });
}
