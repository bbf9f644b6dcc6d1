import { parseClockOffset, type Clock } from '../../infra/clock.ts';
import type { Job } from '../../infra/jobs.ts';
import { enqueueMail } from '../notifications/index.ts';
import { bookingMailData, findExpertEmail } from './booking-mails.ts';
import { findSession, findSessionsToRemind } from './repository.ts';
import { loadPeople } from './session-access.ts';
import { Types } from 'mongoose';

/** How long before the start a reminder is due, e.g. `24h`. */
export type ReminderOffset = string;

/**
 * Writes the reminders that are due now, for sessions that still lie ahead: also the late ones after a downtime. Its
 * key holds the session's revision, so each is written once, whoever runs (rules E1 and E2).
 * @returns how many sessions were in the window
 */
export async function remind({ clock, offset }: { clock: Clock; offset: ReminderOffset }): Promise<number> {
  const now = clock.now();
  const offsetMs = parseClockOffset(offset);
  const sessions = await findSessionsToRemind({ now, until: new Date(now.getTime() + offsetMs), offsetMs });
  for (const session of sessions) {
    const people = await loadPeople(session);
    await enqueueMail(
      {
        key: `reminder-${offset}:${session._id.toHexString()}:${session.revision}:customer`,
        to: people.customer.email,
        template: 'session-reminder',
        data: bookingMailData(people, await findExpertEmail(people.expert)),
      },
      { now },
    );
  }
  return sessions.length;
}

/** Whether a written reminder should still go out: confirmed, not moved since, still ahead (rule E2). */
export async function isReminderDue(reminder: { sessionId: string; revision: number }, now: Date): Promise<boolean> {
  const session = await findSession(new Types.ObjectId(reminder.sessionId));
  return session?.status === 'confirmed' && session.revision === reminder.revision && session.startsAt > now;
}

/** The reminder scan, every fifteen seconds. */
export function reminderJob({ clock, offsets }: { clock: Clock; offsets: readonly ReminderOffset[] }): Job {
  return {
    name: 'reminders',
    cron: '*/15 * * * * *',
    run: async () => {
      for (const offset of offsets) await remind({ clock, offset });
    },
  };
}
