import { Types } from 'mongoose';
import { parseClockOffset, type Clock } from '../../infra/clock.ts';
import type { Job } from '../../infra/jobs.ts';
import type { Logger } from '../../infra/logger.ts';
import { isUnavailable } from '../../infra/mongo.ts';
import { enqueueMail, findWrittenKeys } from '../notifications/index.ts';
import { bookingMailData, findExpertEmail } from './booking-mails.ts';
import type { SessionRecord } from './model.ts';
import { findSession, findSessionsToRemind } from './repository.ts';
import { loadPeople } from './session-access.ts';

/** How long before the start a reminder is due, e.g. `24h`. */
export type ReminderOffset = string;

type ReminderDependencies = { clock: Clock; logger: Logger };

/**
 * Writes the reminders that are due now, for sessions that still lie ahead: also the late ones after a downtime. Its
 * key holds the session's revision, so each is written once, whoever runs (rules E1 and E2). One that cannot be written
 * is logged, tried again by the next scan, and keeps no other from being written.
 * @returns how many sessions were in the window
 */
export async function remind(input: ReminderDependencies & { offset: ReminderOffset }): Promise<number> {
  const { clock, logger, offset } = input;
  const now = clock.now();
  const offsetMs = parseClockOffset(offset);
  const sessions = await findSessionsToRemind({ now, until: new Date(now.getTime() + offsetMs), offsetMs });
  const keyOf = ({ _id, revision }: SessionRecord) => `reminder-${offset}:${_id.toHexString()}:${revision}:customer`;
  // A session stays in the window until it starts, and its reminder is written by the first of thousands of scans.
  const written = await findWrittenKeys(sessions.map(keyOf));
  for (const session of sessions) {
    const key = keyOf(session);
    if (written.has(key)) continue;
    try {
      await enqueueReminder(key, session, now);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.error({ err: error, sessionId: session._id.toHexString() }, 'reminder not written');
    }
  }
  return sessions.length;
}

async function enqueueReminder(key: string, session: SessionRecord, now: Date): Promise<void> {
  const people = await loadPeople(session);
  const data = bookingMailData(people, await findExpertEmail(people.expert));
  await enqueueMail({ key, to: people.customer.email, template: 'session-reminder', data }, { now });
}

/** Whether a written reminder should still go out: confirmed, not moved since, still ahead (rule E2). */
export async function isReminderDue(reminder: { sessionId: string; revision: number }, now: Date): Promise<boolean> {
  const session = await findSession(new Types.ObjectId(reminder.sessionId));
  return session?.status === 'confirmed' && session.revision === reminder.revision && session.startsAt > now;
}

/** The reminder scan, every fifteen seconds. */
export function reminderJob({
  offsets,
  ...dependencies
}: ReminderDependencies & { offsets: readonly ReminderOffset[] }): Job {
  return {
    name: 'reminders',
    cron: '*/15 * * * * *',
    run: async () => {
      for (const offset of offsets) await remind({ ...dependencies, offset });
    },
  };
}
