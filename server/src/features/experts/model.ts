import type { CancellationPolicy, Schedule } from '@serene/shared/contracts';
import { model, Schema as MongooseSchema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** An expert's profile with their schedule. Wall clocks of the schedule are in `schedule.timezone`. */
export type ExpertRecord = {
  _id: Types.ObjectId;
  userId: Types.ObjectId;
  slug: string;
  name: string;
  avatar: string;
  category: string;
  headline: string;
  about: string;
  languages: string[];
  /** Per hour, in minor units of `currency`. */
  rateMinor: number;
  currency: string;
  ratingSum: number;
  ratingCount: number;
  /** `ratingSum / ratingCount`, 0 where nobody rated: written with the two, so that lists can be sorted by it. */
  ratingAverage: number;
  isActive: boolean;
  requiresApproval: boolean;
  cancellationPolicy: CancellationPolicy;
  schedule: Schedule;
  /** Raised by each saved schedule, so that create-order notices a change under its feet (rule S5). */
  scheduleVersion: number;
  /** Raised by each change of what is offered, so that a booking on its way notices (rule S5); absent is 0. */
  offersVersion?: number;
  /** The expert's hour: absent is on, and never changed. `version` keeps two tabs apart. */
  hourlyOffer?: { isActive: boolean; version: number };
  /** Whether everybody can book a session type of theirs that costs nothing; written with the type. */
  hasFreeTalk?: boolean;
  /** When a session was last moved by this schedule: a common document for moves and saves (rule T3). */
  scheduleConfirmedAt?: Date;
  /** Name, category, headline and languages in lower case without accents: what search matches. */
  searchText: string;
  createdAt: Date;
};

const mixed = { type: MongooseSchema.Types.Mixed, required: true } as const;

const expertSchema = new MongooseSchema<ExpertRecord>(
  {
    userId: { type: MongooseSchema.Types.ObjectId, required: true },
    slug: { type: String, required: true },
    name: { type: String, required: true },
    avatar: { type: String, default: '' },
    category: { type: String, required: true },
    headline: { type: String, default: '' },
    about: { type: String, default: '' },
    languages: { type: [String], default: [] },
    rateMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    ratingSum: { type: Number, default: 0 },
    ratingCount: { type: Number, default: 0 },
    ratingAverage: { type: Number, default: 0 },
    isActive: { type: Boolean, default: true },
    requiresApproval: { type: Boolean, default: false },
    cancellationPolicy: { ...mixed, default: () => ({ freeUntilHours: 24, refundPercentAfter: 0 }) },
    // Validated by the contract's schema at the edge; mongoose would only describe it a second time.
    schedule: mixed,
    scheduleVersion: { type: Number, default: 0 },
    offersVersion: { type: Number },
    hourlyOffer: { type: MongooseSchema.Types.Mixed },
    hasFreeTalk: { type: Boolean },
    scheduleConfirmedAt: { type: Date },
    searchText: { type: String, required: true },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<ExpertRecord>,
  { collection: 'experts', versionKey: false, minimize: false },
);

// Two experts with one name created at once: each needs an address of its own.
expertSchema.index({ slug: 1 }, { unique: true });
// One profile for each account, however often it is created.
expertSchema.index({ userId: 1 }, { unique: true });
expertSchema.index({ isActive: 1, name: 1, _id: 1 });
// Prices are only compared within one currency.
expertSchema.index({ isActive: 1, currency: 1, rateMinor: 1, _id: 1 });
expertSchema.index({ isActive: 1, ratingAverage: 1, _id: 1 });
expertSchema.index(
  { isActive: 1, hasFreeTalk: 1, name: 1, _id: 1 },
  { partialFilterExpression: { hasFreeTalk: true } },
);

export const ExpertModel = model('Expert', expertSchema);
