import { AppError } from '../../errors.ts';
import type { Logger } from '../../infra/logger.ts';
import { isUnavailable } from '../../infra/mongo.ts';

/**
 * Logs why a job could not see to one item. The job postpones that item and goes on: one damaged row holds up nobody
 * behind it.
 * @param item the ids to look it up by
 * @returns the error where it is one that may be expected; null for any other, which an engineer should look at
 * @throws the error itself when the database is away: no other item would do better, so the run ends
 */
export function logItemError(
  logger: Logger,
  error: unknown,
  { message, ...item }: { message: string } & Record<string, unknown>,
): AppError | null {
  if (isUnavailable(error)) throw error;
  const expected = error instanceof AppError ? error : null;
  logger[expected ? 'warn' : 'error']({ err: error, ...item }, message);
  return expected;
}

/** Whether the gateway or the database has no time now: the rest of the run would only make things worse. */
export function isAway(error: AppError | null): boolean {
  return error?.code === 'GATEWAY_UNAVAILABLE' || error?.code === 'BUSY';
}
