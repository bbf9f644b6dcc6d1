import type { EntryState } from '../notifications/index.ts';
import type { SessionRecord } from './model.ts';

/** What a session is to a calendar: a request may still be declined. */
export function entryState({ status }: Pick<SessionRecord, 'status'>): EntryState {
  if (status === 'cancelled') return 'cancelled';
  return status === 'pending' ? 'tentative' : 'confirmed';
}
