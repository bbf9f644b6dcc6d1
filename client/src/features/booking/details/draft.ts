import { property } from '../../../lib/api/read-error.ts';
import { keptForTab, parseKept } from '../../../lib/guarded/storage.ts';
import type { ClientDetails } from '../wizard/state.ts';

/** What was typed for an offer, and whether the customer has gone on with it. */
export type Draft = { details: ClientDetails; isDone: boolean };

/** Whose draft it is: somebody who signs in goes on with what they typed before, and nobody reads another person's. */
export type Whose = { expertId: string; offerId: string; userId: string | null };

const keyOf = ({ expertId, offerId }: Whose) => `serene.details.${expertId}.${offerId}`;
const listeners = new Set<() => void>();

/** Keeps what was typed in this tab, also when it loads again or leads through the sign-in. It is in no address. */
export function keepDraft(whose: Whose, draft: Draft): void {
  keptForTab.write(keyOf(whose), JSON.stringify({ ...draft, userId: whose.userId }));
  for (const listener of listeners) listener();
}

/** Once it was booked. */
export function dropDraft(whose: Whose): void {
  keptForTab.remove(keyOf(whose));
}

/** The draft as it is kept. */
export function draftText(whose: Whose): string | null {
  return keptForTab.read(keyOf(whose));
}

/** Reads a kept draft; undefined where there is none, or another person's. */
export function readDraft(text: string | null, userId: string | null): Draft | undefined {
  const kept = parseKept(text);
  const by = property(kept, 'userId');
  const details = property(kept, 'details');
  if ((by !== null && by !== userId) || !isDetails(details)) return undefined;
  return { details, isDone: property(kept, 'isDone') === true };
}

export function onDraft(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function isDetails(value: unknown): value is ClientDetails {
  const pathway = property(value, 'pathway');
  const answers = property(value, 'answers');
  return (
    (pathway === null || typeof pathway === 'string') &&
    typeof property(value, 'notes') === 'string' &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every((answer) => typeof answer === 'string')
  );
}
