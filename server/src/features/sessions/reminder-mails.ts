import { findUserById, wantsReminders, type UserRecord } from '../auth/index.ts';
import { enqueueMail, type MailKey } from '../notifications/index.ts';
import { bookingMailData } from './booking-mails.ts';
import type { SessionRecord } from './model.ts';
import { loadPeople } from './session-access.ts';

type Role = 'customer' | 'expert';
type ReminderKey = { role: Role; key: MailKey };

const templates = { customer: 'session-reminder', expert: 'session-reminder-expert' } as const;

/**
 * The keys of a session's reminders of one offset: the customer gets each, the expert the last one, since they live by
 * their calendar. A key holds the revision: a session that is moved gets new ones (rule E1).
 */
export function reminderKeys(
  { _id, revision }: SessionRecord,
  { offset, isLast }: { offset: string; isLast: boolean },
): ReminderKey[] {
  const roles: Role[] = isLast ? ['customer', 'expert'] : ['customer'];
  return roles.map((role) => ({ role, key: `reminder-${offset}:${_id.toHexString()}:${revision}:${role}` }));
}

/** The offset that a reminder's key names. */
export function offsetOfKey(key: string): string | null {
  return /^reminder-([^:]+):/.exec(key)?.[1] ?? null;
}

/** Writes reminders of a session to those of its people who want to be reminded. */
export async function enqueueReminders(
  session: SessionRecord,
  { keys, now }: { keys: readonly ReminderKey[]; now: Date },
): Promise<void> {
  const people = await loadPeople(session);
  const expertAccount = await findUserById(people.expert.userId);
  const readers: Record<Role, UserRecord | null> = { customer: people.customer, expert: expertAccount };
  const data = bookingMailData(people, expertAccount ?? { email: '' });
  for (const { role, key } of keys) {
    const reader = readers[role];
    if (!reader || !wantsReminders(reader)) continue;
    const mail = { key, to: reader.email, template: templates[role], data, readerId: reader._id.toHexString() };
    await enqueueMail(mail, { now, transaction: null });
  }
}
