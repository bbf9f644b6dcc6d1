import type { Session } from '@serene/shared/contracts';
import { counterpart } from './counterpart.ts';
import { words } from './words.ts';

/** What a session is called for the one who reads it: by its offer, and with whom. */
export function sessionTitle(session: Session): string {
  const { name } = counterpart(session);
  return session.title === null ? words.with(name) : words.titleWith(session.title, name);
}
