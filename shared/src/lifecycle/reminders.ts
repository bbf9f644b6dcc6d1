import type { SessionStatus } from './session-status.ts';

/** A session as reminders see it. Instants are epoch milliseconds. */
type RemindableSession = { startsAt: number; status: SessionStatus };

/**
 * Whether a session gets the reminder that is due `beforeMs` before its start (rule E2): only if it was certain by then.
 * One that is booked, moved or accepted later has just been the subject of another email.
 * @param certainSince since when the session has been confirmed at this time, in epoch milliseconds
 */
export function isReminded(session: { startsAt: number; certainSince: number }, beforeMs: number): boolean {
  return session.certainSince <= session.startsAt - beforeMs;
}

/**
 * Which of the configured reminders will still come, longest first: what a page may promise. Those of a request come if
 * it is accepted before they are due.
 * @param offsetsMs how long before the start each reminder is due
 * @example a session in 20 hours, reminders 24 hours and 1 hour before: only the one of 1 hour
 */
export function remindersAhead(
  { status, startsAt }: RemindableSession,
  { offsetsMs, now }: { offsetsMs: readonly number[]; now: number },
): number[] {
  if (status !== 'pending' && status !== 'confirmed') return [];
  return offsetsMs
    .filter((beforeMs) => isReminded({ startsAt, certainSince: now }, beforeMs))
    .toSorted((one, other) => other - one);
}

const hour = 60;
const day = 24 * hour;

/**
 * How long before a session a reminder is due, as people say it: 24 hours for a day before, days from the second on.
 * @param minutes before the start
 */
export function spokenDistance(minutes: number): { unit: 'days' | 'hours' | 'minutes'; count: number } {
  if (minutes > day && minutes % day === 0) return { unit: 'days', count: minutes / day };
  return minutes % hour === 0 ? { unit: 'hours', count: minutes / hour } : { unit: 'minutes', count: minutes };
}
