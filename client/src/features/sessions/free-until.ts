import type { Session } from '@serene/shared/contracts';
import { freeCancellationUntil } from '@serene/shared/lifecycle';

/** Until when the customer cancels or moves the session for free. */
export function freeUntil({ startsAt, policy }: Pick<Session, 'startsAt' | 'policy'>): Date {
  return new Date(freeCancellationUntil(Date.parse(startsAt), policy));
}
