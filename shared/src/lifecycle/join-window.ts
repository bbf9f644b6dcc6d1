import { minuteMs } from '../time/index.ts';
import type { SessionStatus } from './session-status.ts';

/** Joining opens ten minutes before the start. */
const opensBeforeMs = 10 * minuteMs;

/** When the people of a session may join it: from ten minutes before the start to the end, in epoch milliseconds. */
export function joinWindow({ startsAt, endsAt }: { startsAt: number; endsAt: number }): {
  opens: number;
  closes: number;
} {
  return { opens: startsAt - opensBeforeMs, closes: endsAt };
}

/** Whether a session can be joined at `now`. */
export function isJoinable(session: { status: SessionStatus; startsAt: number; endsAt: number }, now: number): boolean {
  const { opens, closes } = joinWindow(session);
  return (session.status === 'confirmed' || session.status === 'in-progress') && now >= opens && now < closes;
}
