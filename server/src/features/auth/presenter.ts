import type { User } from '@serene/shared/contracts';
import type { Types } from 'mongoose';
import { heldRoles } from './held-roles.ts';
import { wantsReminders } from './reminder-setting.ts';
import type { UserRecord } from './user-model.ts';

/** What an account needs to know of the expert profile it owns. */
export type OwnedProfile = { _id: Types.ObjectId; slug: string };

/** What a person sees of their own account. */
export function presentUser(user: UserRecord, profile: OwnedProfile | null): User {
  return {
    id: user._id.toHexString(),
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    phone: user.phone,
    roles: heldRoles(user),
    timezone: user.timezone,
    locale: user.locale ?? null,
    weakPassword: user.weakPassword === true,
    reminders: wantsReminders(user),
    expertId: profile?._id.toHexString() ?? null,
    expertSlug: profile?.slug ?? null,
  };
}
