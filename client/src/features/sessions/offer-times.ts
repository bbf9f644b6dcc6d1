import type { Session } from '@serene/shared/contracts';

/** The times that a session can be moved to: those of its offer, its own among them. */
export function offerTimesOf({ id, expert, duration, sessionTypeId }: Session, timezone: string) {
  return { expertId: expert.id, duration, sessionTypeId: sessionTypeId ?? undefined, timezone, moving: id };
}
