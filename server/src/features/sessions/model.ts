import type { AnsweredQuestion, CancellationPolicy } from '@serene/shared/contracts';
import type { PlaceKind } from '@serene/shared/offers';
import { liveStatuses, sessionStatuses, type SessionStatus } from '@serene/shared/lifecycle';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

export type SessionActor = 'customer' | 'expert' | 'admin' | 'system';

/** How a session that did not take place ended. */
export type SessionEnd = {
  by: SessionActor;
  at: Date;
  reason: string | null;
  noShowBy: 'customer' | 'expert' | null;
  /** What goes back to the customer for it. */
  refundMinor: number;
};

/** A booked session. */
export type SessionRecord = {
  _id: Types.ObjectId;
  expertId: Types.ObjectId;
  userId: Types.ObjectId;
  claimId: Types.ObjectId;
  /** Absent for a free session. */
  paymentId?: Types.ObjectId;
  /** Short and unique; people quote it. */
  reference: string;
  startsAt: Date;
  endsAt: Date;
  /** Wall clock in `timezone`, derived from `startsAt`. */
  scheduledDate: string;
  scheduledTime: string;
  /** The expert's zone when the session was booked. */
  timezone: string;
  /** Minutes. */
  duration: number;
  amountMinor: number;
  currency: string;
  status: SessionStatus;
  /** Raised by each change; compare-and-set and the keys of mails use it. */
  revision: number;
  /** Reminders whose moment had passed when the session was booked or moved are not due (rule E2). */
  bookedOrMovedAt: Date;
  /** What the customer saw when they paid (rule O3). */
  policy: CancellationPolicy;
  /** The policy as it was booked, where a move by the expert or an admin has put another in its place (rule L3). */
  bookedPolicy?: CancellationPolicy;
  clientTimezone: string;
  /** Until when the expert answers a request (rule L4); null unless it is pending. */
  answerBy: Date | null;
  /** When it was completed by itself; null otherwise. */
  autoCompletedAt: Date | null;
  /** Null unless it is cancelled or a no-show. */
  ended: SessionEnd | null;
  rating: number | null;
  review: string | null;
  roomId: string;
  sessionTypeId: Types.ObjectId | null;
  /** Of the offer as it was shown; null or absent is the expert's hour. What was told is for the two people alone (F6). */
  title?: string | null;
  answers?: AnsweredQuestion[];
  pathway?: string | null;
  notes?: string | null;
  /** Absent is the built-in room. */
  place?: { kind: PlaceKind; text: string };
  history: { status: SessionStatus; at: Date; by: SessionActor }[];
  createdAt: Date;
  updatedAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;
const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const number = { type: Number, required: true } as const;

const sessionSchema = new Schema<SessionRecord>(
  {
    expertId: id,
    userId: id,
    claimId: id,
    paymentId: { type: Schema.Types.ObjectId },
    reference: text,
    startsAt: date,
    endsAt: date,
    scheduledDate: text,
    scheduledTime: text,
    timezone: text,
    duration: number,
    amountMinor: number,
    currency: text,
    status: { type: String, enum: sessionStatuses, required: true },
    revision: { type: Number, default: 0 },
    bookedOrMovedAt: date,
    policy: { type: Schema.Types.Mixed, required: true },
    bookedPolicy: { type: Schema.Types.Mixed },
    clientTimezone: text,
    answerBy: { type: Date, default: null },
    autoCompletedAt: { type: Date, default: null },
    ended: { type: Schema.Types.Mixed, default: null },
    rating: { type: Number, default: null },
    review: { type: String, default: null },
    roomId: text,
    sessionTypeId: { type: Schema.Types.ObjectId, default: null },
    title: { type: String },
    answers: { type: Schema.Types.Mixed },
    pathway: { type: String },
    notes: { type: String },
    place: { type: Schema.Types.Mixed },
    history: {
      type: [{ status: text, at: date, by: text, _id: false }],
      default: [],
    },
    createdAt: date,
    updatedAt: date,
  } satisfies SchemaFields<SessionRecord>,
  { collection: 'sessions', versionKey: false },
);

// One payment makes one session, however often it is settled (rule M1).
sessionSchema.index(
  { expertId: 1, paymentId: 1 },
  { unique: true, partialFilterExpression: { paymentId: { $type: 'objectId' } } },
);
// One live session for each claim: the time that a claim owns is not given twice.
sessionSchema.index(
  { expertId: 1, claimId: 1 },
  { unique: true, partialFilterExpression: { status: { $in: [...liveStatuses] } } },
);
// People quote references to support; two sessions must not share one.
sessionSchema.index({ reference: 1 }, { unique: true });
sessionSchema.index({ expertId: 1, startsAt: 1 });
sessionSchema.index({ userId: 1, startsAt: 1 });
sessionSchema.index({ status: 1, startsAt: 1 });

export const SessionModel = model('Session', sessionSchema);
