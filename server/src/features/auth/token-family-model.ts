import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';
import type { Device } from './describe-device.ts';

/**
 * The refresh tokens of one sign-in. A family is one document, so each rotation, reuse and revocation is one atomic
 * write, and nothing has to be cleaned up behind it. Tokens are kept as SHA-256 only.
 */
export type TokenFamilyRecord = {
  /** Random and secret: who does not hold a token of the family cannot name it. */
  _id: string;
  userId: Types.ObjectId;
  /** What others may know it by: access tokens name it. A family from an older version lacks it until its next rotation. */
  signInId?: Types.ObjectId;
  /** When the password was given. A family from an older version lacks it until its next rotation. */
  signedInAt?: Date;
  /** What the browser said of itself; a family from an older version lacks it until its next rotation. */
  device?: Device;
  /** The token that is good now. */
  currentHash: string;
  /** Its parent, and when that was exchanged for it; null before the first rotation. */
  parentHash: string | null;
  rotatedAt: Date | null;
  /** When the sign-in ends, however much it is used. */
  expiresAt: Date;
  revokedAt: Date | null;
  /** How many things it made that outlive it. Making one writes it, so that one and the end of the sign-in never pass each other by. */
  grants?: number;
};

const familySchema = new Schema<TokenFamilyRecord>(
  {
    _id: { type: String, required: true },
    userId: { type: Schema.Types.ObjectId, required: true },
    signInId: { type: Schema.Types.ObjectId },
    signedInAt: { type: Date },
    device: { type: { browser: String, system: String, _id: false } },
    currentHash: { type: String, required: true },
    parentHash: { type: String, default: null },
    rotatedAt: { type: Date, default: null },
    expiresAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    grants: { type: Number },
  } satisfies SchemaFields<TokenFamilyRecord>,
  { collection: 'refreshtokens', versionKey: false },
);

familySchema.index({ userId: 1 });
// Asked by every request of a signed-in person.
familySchema.index({ signInId: 1 });

export const TokenFamilyModel = model('TokenFamily', familySchema);
