import { isReminded } from '@serene/shared/lifecycle';
import { firstStands } from '../../infra/mongo.ts';
import type { SessionRecord } from './model.ts';
import { SessionModel } from './model.ts';
import { ReminderMarkModel } from './reminder-mark-model.ts';

/**
 * Confirmed sessions that start in `(after, until]` and were certain before their reminder was due (rule E2).
 * Read through the index { status, startsAt }, so it costs what lies in that range, however many sessions there are.
 */
export async function findSessionsToRemind(range: {
  after: Date;
  until: Date;
  offsetMs: number;
}): Promise<SessionRecord[]> {
  const { after, until, offsetMs } = range;
  const sessions = await SessionModel.find({ status: 'confirmed', startsAt: { $gt: after, $lte: until } }).lean();
  return sessions.filter((session) =>
    isReminded({ startsAt: session.startsAt.getTime(), certainSince: certainSince(session) }, offsetMs),
  );
}

/** Since when a session has been confirmed at this time: booked, moved or accepted. */
function certainSince({ bookedOrMovedAt, history }: SessionRecord): number {
  const confirmed = history.filter(({ status }) => status === 'confirmed').map(({ at }) => at.getTime());
  return Math.max(bookedOrMovedAt.getTime(), ...confirmed);
}

/** Until which start the reminders of an offset were written; null for an offset that is new. */
export async function findReminderMark(offset: string): Promise<Date | null> {
  return (await ReminderMarkModel.findById(offset).lean())?.until ?? null;
}

/** Lays a mark for an offset that has none. Any number of processes may do so at once: the first one stands. */
export async function layReminderMark(offset: string, until: Date): Promise<void> {
  await firstStands(ReminderMarkModel.updateOne({ _id: offset }, { $setOnInsert: { until } }, { upsert: true }));
}

export async function saveReminderMark(offset: string, until: Date): Promise<void> {
  await ReminderMarkModel.updateOne({ _id: offset }, { $set: { until } }, { upsert: true });
}
