import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** A key that somebody sent with a request to book (rule B6). No answer is kept: a repeat is answered with what is now. */
export type IdempotencyKeyRecord = {
  /** Whose key it is, and the key. */
  _id: string;
  /** Of the request that it came with first. */
  bodyHash: string;
  /** The booking that the request makes. */
  bookingId: Types.ObjectId;
  /** Until when the request that works on it is waited for. */
  lockedUntil: Date;
  done: boolean;
  expiresAt: Date;
};

const date = { type: Date, required: true } as const;

const idempotencyKeySchema = new Schema<IdempotencyKeyRecord>(
  {
    _id: { type: String, required: true },
    bodyHash: { type: String, required: true },
    bookingId: { type: Schema.Types.ObjectId, required: true },
    lockedUntil: date,
    done: { type: Boolean, required: true },
    expiresAt: date,
  } satisfies SchemaFields<IdempotencyKeyRecord>,
  { collection: 'idempotencykeys', versionKey: false },
);

// Only tidies up: a key that has run out is taken for a new one.
idempotencyKeySchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const IdempotencyKeyModel = model('IdempotencyKey', idempotencyKeySchema);
