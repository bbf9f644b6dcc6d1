import { hasCode } from '../../../lib/api/errors.ts';
import { words } from '../words.ts';

/** What to say where a limit on bookings and holds refuses one more; null for any other error. */
export function holdLimit(error: Error): { title: string; text: string } | null {
  if (hasCode(error, 'FREE_SESSIONS_FULL')) return { title: words.freeFull, text: words.freeFullText };
  if (hasCode(error, 'TOO_MANY_HOLDS')) {
    return { title: words.networkFull, text: words.networkFullText(minutesOf(error.retryAfter)) };
  }
  if (hasCode(error, 'HOLD_AGAIN_LATER')) {
    return { title: words.holdLater, text: words.holdLaterText(minutesOf(error.retryAfter)) };
  }
  return null;
}

/** Rounded up, so that nobody is told to come too early. */
function minutesOf(seconds = 600): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
