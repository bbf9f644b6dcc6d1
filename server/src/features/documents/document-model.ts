import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';
import { documentTypes, type DocumentContent, type DocumentType } from './document-content.ts';

/** A numbered document. It is never changed, save for the sum of what has been credited against it. */
export type DocumentRecord = {
  _id: Types.ObjectId;
  type: DocumentType;
  series: string;
  /** The year in which the financial year began. */
  financialYear: number;
  /** 1, 2, 3 … within series and year, without a gap (rule C2). */
  number: number;
  paymentId: Types.ObjectId;
  /** Null for the document of a payment. */
  refundId: Types.ObjectId | null;
  /** Of the document of a payment: what its credit notes took back so far, in minor units. */
  creditedMinor: number;
  content: DocumentContent;
  createdAt: Date;
};

const documentSchema = new Schema<DocumentRecord>(
  {
    type: { type: String, enum: Object.keys(documentTypes), required: true },
    series: { type: String, required: true },
    financialYear: { type: Number, required: true },
    number: { type: Number, required: true },
    paymentId: { type: Schema.Types.ObjectId, required: true },
    refundId: { type: Schema.Types.ObjectId, default: null },
    creditedMinor: { type: Number, default: 0 },
    content: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<DocumentRecord>,
  { collection: 'invoices', versionKey: false, minimize: false },
);

// No number twice, whatever becomes of the counter.
documentSchema.index({ series: 1, financialYear: 1, number: 1 }, { unique: true });
// One document for each payment (its refund is null) and one for each refund, however many downloads and workers ask at
// once.
documentSchema.index({ paymentId: 1, refundId: 1 }, { unique: true });

export const DocumentModel = model('Document', documentSchema);
