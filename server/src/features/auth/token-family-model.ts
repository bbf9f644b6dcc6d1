import { model, Schema, type Types } from 'mongoose';

/**
 * The refresh tokens of one sign-in. A family is one document, so each rotation, reuse and revocation is one atomic
 * write, and nothing has to be cleaned up behind it. Tokens are kept as SHA-256 only.
 */
export type TokenFamilyRecord = {
  /** Random and secret: who does not hold a token of the family cannot name it. */
  _id: string;
  userId: Types.ObjectId;
  /** The token that is good now. */
  currentHash: string;
  /** Its parent, and when that was exchanged for it; null before the first rotation. */
  parentHash: string | null;
  rotatedAt: Date | null;
  /** Moves with each rotation. */
  expiresAt: Date;
  revokedAt: Date | null;
};

const familySchema = new Schema<TokenFamilyRecord>(
  {
    _id: { type: String, required: true },
    userId: { type: Schema.Types.ObjectId, required: true },
    currentHash: { type: String, required: true },
    parentHash: { type: String, default: null },
    rotatedAt: { type: Date, default: null },
    expiresAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
  },
  { collection: 'refreshtokens', versionKey: false },
);

familySchema.index({ userId: 1 });

export const TokenFamilyModel = model('TokenFamily', familySchema);
