import type { AnsweredQuestion, CancellationPolicy } from '@serene/shared/contracts';
import { placeKinds, type PlaceKind } from '@serene/shared/offers';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** What somebody told, chose or was shown when they booked, beside offer, time and price (rules F4 and F6). */
export type BookingDetails = {
  /** Of the offer; null is the expert's hour. */
  title: string | null;
  answers: AnsweredQuestion[];
  pathway: string | null;
  /** For the expert. */
  notes: string | null;
  place: { kind: PlaceKind; text: string };
};

/** What a person booked, from the hold on; its id becomes the session's (rules B2 and M3). */
export type BookingRecord = BookingDetails & {
  _id: Types.ObjectId;
  expertId: Types.ObjectId;
  userId: Types.ObjectId;
  sessionTypeId: Types.ObjectId | null;
  startsAt: Date;
  endsAt: Date;
  /** Minutes. */
  duration: number;
  amountMinor: number;
  currency: string;
  policy: CancellationPolicy;
  clientTimezone: string;
  claimId: Types.ObjectId;
  /** The lapsed booking that this one tries again (rule B5). */
  retryOf: Types.ObjectId | null;
  /** The booking that tries this one again; set once. */
  retriedAs: Types.ObjectId | null;
  createdAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;
const reference = { type: Schema.Types.ObjectId, default: null } as const;
const date = { type: Date, required: true } as const;
const number = { type: Number, required: true } as const;

const bookingSchema = new Schema<BookingRecord>(
  {
    expertId: id,
    userId: id,
    sessionTypeId: reference,
    title: { type: String, default: null },
    answers: { type: [{ questionId: String, question: String, answer: String, _id: false }], default: [] },
    pathway: { type: String, default: null },
    notes: { type: String, default: null },
    place: { kind: { type: String, enum: placeKinds, required: true }, text: { type: String, default: '' } },
    startsAt: date,
    endsAt: date,
    duration: number,
    amountMinor: number,
    currency: { type: String, required: true },
    policy: { type: Schema.Types.Mixed, required: true },
    clientTimezone: { type: String, required: true },
    claimId: id,
    retryOf: reference,
    retriedAs: reference,
    createdAt: date,
  } satisfies SchemaFields<BookingRecord>,
  { collection: 'bookings', versionKey: false },
);

// Whether a session type was ever held or booked, before it is deleted (rule F3).
bookingSchema.index({ sessionTypeId: 1 }, { partialFilterExpression: { sessionTypeId: { $type: 'objectId' } } });
// A person's live holds stand before their list (rule B3).
bookingSchema.index({ userId: 1, startsAt: 1 });

export const BookingModel = model('Booking', bookingSchema);
