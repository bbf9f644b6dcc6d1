import { Types } from 'mongoose';
import { findUserById, wantsReminders } from '../auth/index.ts';
import type { DueReminder } from '../notifications/index.ts';
import { offsetOfKey } from './reminder-mails.ts';
import { uselessFromMs, type ReminderOffset } from './reminder-offsets.ts';
import { findSession } from './repository.ts';

type Moment = { now: Date; offsets: readonly ReminderOffset[] };

/**
 * Whether a written reminder should still go out (rule E2): the session is confirmed, not moved since and still ahead;
 * the next shorter reminder is not due yet, since that one would come at the same time; and its reader has not switched
 * reminders off meanwhile.
 */
export async function isReminderDue({ key, readerId, data }: DueReminder, { now, offsets }: Moment): Promise<boolean> {
  const session = await findSession(new Types.ObjectId(data.sessionId));
  if (session?.status !== 'confirmed' || session.revision !== data.revision) return false;
  const offset = offsets.find(({ name }) => name === offsetOfKey(key));
  const aheadMs = session.startsAt.getTime() - now.getTime();
  if (aheadMs <= (offset ? uselessFromMs(offset, offsets) : 0)) return false;
  const reader = readerId && (await findUserById(new Types.ObjectId(readerId)));
  return !reader || wantsReminders(reader);
}
