import type { Role } from '@serene/shared/contracts';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

/** An account. A guest is a user without a password. */
export type UserRecord = {
  _id: Types.ObjectId;
  name: string;
  /** Lower case. */
  email: string;
  /** When somebody proved to read what is sent to the address; null until then. */
  emailVerifiedAt: Date | null;
  passwordHash: string | null;
  /**
   * Whether whoever chose the password had shown that the address is theirs. Absent while nobody proved the address, and in
   * accounts from before this was noted.
   */
  passwordProved?: boolean;
  /** Whether the last sign-in showed a password that could not be chosen today; absent where it did not. */
  weakPassword?: boolean;
  phone: string | null;
  roles: Role[];
  timezone: string;
  /** The language and region of the person's mails, canonical BCP 47; absent in old accounts, until the app sets it. */
  locale?: string;
  /** Whether reminders of sessions were switched off; absent for whoever never did. */
  remindersOff?: boolean;
  /** How often the person signed in. Each sign-in writes it, so that one and a new password never pass each other by. */
  signIns?: number;
  /** How often the person booked for free. Each such booking writes it, so that two at once never pass each other by. */
  freeBookings?: number;
  createdAt: Date;
};

const userSchema = new Schema<UserRecord>(
  {
    name: { type: String, required: true },
    email: { type: String, required: true },
    emailVerifiedAt: { type: Date, default: null },
    passwordHash: { type: String, default: null },
    passwordProved: { type: Boolean },
    weakPassword: { type: Boolean },
    phone: { type: String, default: null },
    roles: { type: [String], required: true },
    timezone: { type: String, required: true },
    locale: { type: String },
    remindersOff: { type: Boolean },
    signIns: { type: Number },
    freeBookings: { type: Number },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<UserRecord>,
  { collection: 'users', versionKey: false },
);

// Two people registering the same address at once: one account, the other is told EMAIL_IN_USE.
userSchema.index({ email: 1 }, { unique: true });

export const UserModel = model('User', userSchema);
