import { hourMs, minuteMs } from '@serene/shared/time';
import type { Clock } from '../../infra/clock.ts';
import type { Logger } from '../../infra/logger.ts';
import { isUnavailable } from '../../infra/mongo.ts';
import { findWrittenKeys } from '../notifications/index.ts';
import type { SessionRecord } from './model.ts';
import { enqueueReminders, reminderKeys } from './reminder-mails.ts';
import { uselessFromMs, type ReminderOffset } from './reminder-offsets.ts';
import { findReminderMark, findSessionsToRemind, layReminderMark, saveReminderMark } from './reminder-repository.ts';

export type ReminderDependencies = { clock: Clock; logger: Logger; offsets: readonly ReminderOffset[] };

/**
 * A booking may become visible after a scan that should have met it: its transaction took seconds, or the clocks of two
 * machines differ. So starts are looked at again from so far before the mark.
 */
const overlapMs = 2 * minuteMs;
/** An offset without a mark is new: whoever has it configured does not want to mail everybody who is booked already. */
const firstLookMs = hourMs;
/** A scan after a downtime goes in steps, so that memory does not depend on how long that was. */
const stepMs = hourMs;

/**
 * Writes the reminders that are due now (rule E2), also the late ones after a downtime while they are of use. A mark for
 * each offset says how far the starts were looked at, so a scan reads those that have come within the offset since, not
 * all that lie ahead: a session that is booked, moved or accepted behind the mark has just been the subject of a mail
 * and needs no reminder of that offset. The key of a mail holds the session's revision, so each is written once,
 * whoever runs (rule E1).
 * @returns how many sessions were looked at
 */
export async function remind(dependencies: ReminderDependencies): Promise<number> {
  let looked = 0;
  for (const offset of dependencies.offsets) looked += await remindAt(offset, dependencies);
  return looked;
}

/**
 * Lays the marks of offsets that are new. Every process does so as it starts, whether or not it scans: a worker that
 * comes days after the first API process then looks at what was booked since, instead of the last hour alone.
 */
export async function layReminderMarks({
  clock,
  offsets,
}: Pick<ReminderDependencies, 'clock' | 'offsets'>): Promise<void> {
  const now = clock.now().getTime();
  for (const { name, ms } of offsets) await layReminderMark(name, new Date(firstMark(now, ms)));
}

const firstMark = (now: number, offsetMs: number) => now + offsetMs - firstLookMs + overlapMs;

async function remindAt(offset: ReminderOffset, dependencies: ReminderDependencies): Promise<number> {
  const now = dependencies.clock.now().getTime();
  const end = now + offset.ms;
  const useless = now + uselessFromMs(offset, dependencies.offsets);
  const mark = (await findReminderMark(offset.name))?.getTime() ?? firstMark(now, offset.ms);
  // A clock that was ahead has left a mark ahead: what starts until then is looked at again as time passes.
  let after = Math.max(Math.min(mark, end) - overlapMs, useless);
  let looked = 0;
  let missed: number | null = null;
  while (after < end) {
    const until = Math.min(after + stepMs, end);
    const range = { after: new Date(after), until: new Date(until), offsetMs: offset.ms };
    const sessions = await findSessionsToRemind(range);
    looked += sessions.length;
    missed = earliest(missed, await writeReminders(sessions, offset, dependencies));
    // One that could not be written holds the mark back, so that the next scans try it again.
    await saveReminderMark(offset.name, new Date(Math.min(until, missed ?? until)));
    after = until;
  }
  return looked;
}

/**
 * Writes what is not written yet of the sessions' reminders. One that cannot be written is logged and keeps no other
 * from being written.
 * @returns the first start of those that could not be written, or null
 */
async function writeReminders(
  sessions: readonly SessionRecord[],
  offset: ReminderOffset,
  { clock, logger, offsets }: ReminderDependencies,
): Promise<number | null> {
  const isLast = uselessFromMs(offset, offsets) === 0;
  const keysOf = (session: SessionRecord) => reminderKeys(session, { offset: offset.name, isLast });
  const written = await findWrittenKeys(sessions.flatMap((session) => keysOf(session).map(({ key }) => key)));
  let missed: number | null = null;
  for (const session of sessions) {
    const keys = keysOf(session).filter(({ key }) => !written.has(key));
    if (keys.length === 0) continue;
    try {
      await enqueueReminders(session, { keys, now: clock.now() });
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.error({ err: error, sessionId: session._id.toHexString() }, 'reminder not written');
      missed = earliest(missed, session.startsAt.getTime());
    }
  }
  return missed;
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
