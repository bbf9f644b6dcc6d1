import { hourMs } from '@serene/shared/time';

const firstDelayMs = 30_000;
const longestDelayMs = 6 * hourMs;

/** How often a mail is tried: with the delays below, for nearly two days. A mail later than that surprises more than it helps. */
export const maxAttempts = 17;

/** How long to wait after the given number of attempts: doubling, and spread by a fifth so that rows do not return in step. */
export function retryDelayMs(attempts: number): number {
  const delay = Math.min(firstDelayMs * 2 ** (attempts - 1), longestDelayMs);
  return Math.round(delay * (0.8 + 0.4 * Math.random()));
}
