import type { FeedKind } from '@serene/shared/contracts';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** A link that calendars subscribe to. Whoever knows its token reads it, so only a hash is kept. */
export type FeedRecord = {
  _id: Types.ObjectId;
  userId: Types.ObjectId;
  kind: FeedKind;
  tokenHash: string;
  createdAt: Date;
};

const feedSchema = new Schema<FeedRecord>(
  {
    userId: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, required: true },
    tokenHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<FeedRecord>,
  { collection: 'calendarfeeds', versionKey: false },
);

// One link of a kind for each person: making a new one at the same moment from two tabs leaves one that works.
feedSchema.index({ userId: 1, kind: 1 }, { unique: true });
// A token names one feed.
feedSchema.index({ tokenHash: 1 }, { unique: true });

export const FeedModel = model('CalendarFeed', feedSchema);
