import { minuteMs } from '@serene/shared/time';
import type { MailSkip } from '@serene/shared/contracts';
import { remindersAhead } from '@serene/shared/lifecycle';
import { Types } from 'mongoose';
import { findUserById, wantsReminders } from '../auth/index.ts';
import { mailKinds, type BookingMail } from '../notifications/index.ts';
import type { SessionRecord } from './model.ts';
import { offsetOfKey } from './reminder-mails.ts';
import { uselessFromMs, type ReminderOffset } from './reminder-offsets.ts';
import { findSession } from './repository.ts';

type Moment = { now: Date; offsets: readonly ReminderOffset[] };

/**
 * Why a written mail about a booking should not go out any more (rules E2 and E5): the session is another one by now
 * (its status, its revision), its time has passed, or the reader has switched reminders off meanwhile.
 * @returns null when what it says is true
 */
export async function reasonToSkip(mail: BookingMail, moment: Moment): Promise<MailSkip | null> {
  const session = await findSession(new Types.ObjectId(mail.data.sessionId));
  if (session === null) return 'outdated';
  switch (mailKinds[mail.template]) {
    case 'reminder':
      return reasonToSkipReminder(mail, session, moment);
    case 'review':
      return session.status === 'completed' && session.rating === null ? null : 'outdated';
    default:
      return isAsWritten(mail, session, moment.now) ? null : 'outdated';
  }
}

/**
 * Which reminders the customer of a booking will still get: those ahead, unless they are switched off.
 * @returns minutes before the session, longest first
 */
export async function remindersBefore({ data }: BookingMail, { now, offsets }: Moment): Promise<number[]> {
  const session = { status: 'confirmed', startsAt: data.startsAt.getTime() } as const;
  const ahead = remindersAhead(session, { offsetsMs: offsets.map(({ ms }) => ms), now: now.getTime() });
  return (await isWanted(data.customer.id)) ? ahead.map((ms) => ms / minuteMs) : [];
}

/** Whether the reader of reminders has left them on. */
async function isWanted(readerId: string | null): Promise<boolean> {
  const reader = readerId && (await findUserById(new Types.ObjectId(readerId)));
  return !reader || wantsReminders(reader);
}

/** Of an announcement and a move: the booking is as the mail says it, and its time has not passed. */
function isAsWritten({ template, data }: BookingMail, session: SessionRecord, now: Date): boolean {
  const { status, revision, startsAt, endsAt, answerBy } = session;
  if (status === 'pending') return revision === data.revision && (answerBy === null || now < answerBy);
  if (template === 'booking-request-user' || template === 'booking-request-expert') return false;
  if (now >= endsAt) return false;
  // Beginning raises the revision and changes nothing that the mail says.
  if (status === 'in-progress') return startsAt.getTime() === data.startsAt.getTime();
  return status === 'confirmed' && revision === data.revision;
}

/**
 * A reminder is of use while the session is confirmed, not moved since and ahead, and until the next shorter reminder is
 * due, since that one would come at the same time.
 */
async function reasonToSkipReminder(
  { key, readerId, data }: BookingMail,
  session: SessionRecord,
  { now, offsets }: Moment,
): Promise<MailSkip | null> {
  if (session.status !== 'confirmed' || session.revision !== data.revision) return 'outdated';
  const offset = offsets.find(({ name }) => name === offsetOfKey(key));
  const aheadMs = session.startsAt.getTime() - now.getTime();
  if (aheadMs <= (offset ? uselessFromMs(offset, offsets) : 0)) return 'outdated';
  return (await isWanted(readerId)) ? null : 'unwanted';
}
