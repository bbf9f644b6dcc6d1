import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** A row that owns `[startsAt, busyUntil)` of an expert's time. A hold is a claim with an end. */
export type ClaimRecord = {
  _id: Types.ObjectId;
  expertId: Types.ObjectId;
  userId: Types.ObjectId;
  /** Null for a free session. */
  paymentId: Types.ObjectId | null;
  /** Absent in claims of before there were rows of bookings. */
  bookingId?: Types.ObjectId;
  startsAt: Date;
  endsAt: Date;
  /** `endsAt` and the buffer that was in force when the time was claimed (rule S1). */
  busyUntil: Date;
  /** The 5-minute epoch cells of `[startsAt, busyUntil)` (rule S2). */
  cells: number[];
  kind: 'hold' | 'session';
  /** Holds only. Settling removes it, so nothing can expire a sold slot (rule S3). */
  expiresAt?: Date;
  /** Whether the hold got its one extension (rule O4). */
  extended?: boolean;
  sessionTypeId: Types.ObjectId | null;
  seats: number;
  createdAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const claimSchema = new Schema<ClaimRecord>(
  {
    expertId: id,
    userId: id,
    paymentId: { type: Schema.Types.ObjectId, default: null },
    bookingId: { type: Schema.Types.ObjectId },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    busyUntil: { type: Date, required: true },
    cells: { type: [Number], required: true },
    kind: { type: String, enum: ['hold', 'session'], required: true },
    expiresAt: { type: Date },
    extended: { type: Boolean },
    sessionTypeId: { type: Schema.Types.ObjectId, default: null },
    seats: { type: Number, default: 1 },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<ClaimRecord>,
  { collection: 'slotclaims', versionKey: false },
);

// THE index: two claims of one expert that share a 5-minute cell cannot both exist, whoever writes them and when.
claimSchema.index({ expertId: 1, cells: 1 }, { unique: true });
// One hold for each customer and expert: two tabs cannot block two slots (rule S4).
claimSchema.index({ expertId: 1, userId: 1 }, { unique: true, partialFilterExpression: { kind: 'hold' } });
claimSchema.index({ expertId: 1, startsAt: 1 });
claimSchema.index({ kind: 1, expiresAt: 1 });

export const ClaimModel = model('SlotClaim', claimSchema);
