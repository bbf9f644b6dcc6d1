import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** How far the ledger has been read for documents. */
export type BookmarkRecord = { _id: string; at: Date };

const bookmarkSchema = new Schema<BookmarkRecord>(
  { _id: { type: String, required: true }, at: { type: Date, required: true } } satisfies SchemaFields<BookmarkRecord>,
  { collection: 'invoicebookmarks', versionKey: false },
);

export const BookmarkModel = model('InvoiceBookmark', bookmarkSchema);
