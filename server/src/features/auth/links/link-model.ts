import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

export const linkPurposes = ['verify-email', 'reset-password'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/**
 * A link that was mailed to the address of an account and works once. Whoever holds its token may use it, so only a hash
 * is kept.
 */
export type LinkRecord = {
  _id: Types.ObjectId;
  userId: Types.ObjectId;
  purpose: LinkPurpose;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  /** Null until it is used. */
  usedAt: Date | null;
};

const linkSchema = new Schema<LinkRecord>(
  {
    userId: { type: Schema.Types.ObjectId, required: true },
    purpose: { type: String, enum: linkPurposes, required: true },
    tokenHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  } satisfies SchemaFields<LinkRecord>,
  { collection: 'accountlinks', versionKey: false },
);

// One link of a purpose for each account: of two that are asked for at once, the later one works, the other does not.
linkSchema.index({ userId: 1, purpose: 1 }, { unique: true });
// A token names one link.
linkSchema.index({ tokenHash: 1 }, { unique: true });

export const LinkModel = model('AccountLink', linkSchema);
