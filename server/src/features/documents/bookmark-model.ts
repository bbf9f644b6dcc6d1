import { model, Schema } from 'mongoose';

/** How far the ledger has been read for documents. */
export type BookmarkRecord = { _id: string; at: Date };

const bookmarkSchema = new Schema<BookmarkRecord>(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { collection: 'invoicebookmarks', versionKey: false },
);

export const BookmarkModel = model('InvoiceBookmark', bookmarkSchema);
