import { Types, type ClientSession } from 'mongoose';
import { duplicateKeyFields, inTransaction } from '../../infra/mongo.ts';
import { documentTypes, type DocumentContent, type DocumentType } from './document-content.ts';
import type { DocumentRecord } from './document-model.ts';
import {
  addCredit,
  findDocument,
  insertDocument,
  openCounter,
  takeNumber,
  type DocumentSubject,
} from './document-repository.ts';
import { financialYear, formatDocumentNumber } from './financial-year.ts';

/** A document that lacks its number. */
export type DraftDocument = DocumentSubject & {
  type: DocumentType;
  /** Decides the financial year: when the payment settled, or the refund was processed. */
  issuedAt: Date;
  /** For a refund: the document of the payment and how much of it is taken back. */
  credits: { document: DocumentRecord; amountMinor: number } | null;
  /** Writes the content once number and earlier credits are known. Pure: it runs again after a conflict (rule T2). */
  write: (numbering: { number: string; creditedMinor: number }) => DocumentContent;
  /** Owes the mail that goes with it, in the same transaction (rule E1). */
  oweMail?: (issued: DocumentRecord, transaction: ClientSession) => Promise<void>;
};

/**
 * Gives a document the next number of its series, once however often and by however many it is asked for. Counter and
 * document are written in one transaction, so the sequence has no gaps, and its content is fixed with it (rule C2).
 * @throws AppError BUSY; nothing is written then
 */
export async function issueDocument(draft: DraftDocument, now: Date): Promise<DocumentRecord> {
  const existing = await findDocument(draft);
  if (existing) return existing;
  await openCounter(seriesOf(draft));
  const numbering = { draft, _id: new Types.ObjectId(), now };
  try {
    return await inTransaction((transaction) => numberDocument(numbering, transaction));
  } catch (error) {
    // Somebody else numbered it between the look and the insert; the transaction took its number back.
    const issued = duplicateKeyFields(error) === null ? null : await findDocument(draft);
    if (issued === null) throw error;
    return issued;
  }
}

type Numbering = { draft: DraftDocument; _id: Types.ObjectId; now: Date };

async function numberDocument({ draft, _id, now }: Numbering, transaction: ClientSession): Promise<DocumentRecord> {
  const existing = await findDocument(draft, transaction);
  if (existing) return existing;
  const { type, paymentId, refundId, credits } = draft;
  const series = seriesOf(draft);
  const number = await takeNumber(series, transaction);
  const creditedMinor = credits ? await addCredit(credits.document._id, credits.amountMinor, transaction) : 0;
  const content = draft.write({ number: formatDocumentNumber({ ...series, number }), creditedMinor });
  const document = { _id, type, ...series, number, paymentId, refundId, creditedMinor: 0, content, createdAt: now };
  await insertDocument(document, transaction);
  await draft.oweMail?.(document, transaction);
  return document;
}

function seriesOf({ type, issuedAt }: DraftDocument) {
  return { series: documentTypes[type].series, financialYear: financialYear(issuedAt) };
}
