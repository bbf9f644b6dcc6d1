import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** The last number given in a series and year. */
export type CounterRecord = { _id: string; last: number };

const counterSchema = new Schema<CounterRecord>(
  {
    _id: { type: String, required: true },
    last: { type: Number, required: true },
  } satisfies SchemaFields<CounterRecord>,
  { collection: 'invoicecounters', versionKey: false },
);

export const CounterModel = model('InvoiceCounter', counterSchema);
