import type { QuestionDraft } from './offer-draft.ts';

/** A question of its own id, which no question before it had: answers name questions by their ids. */
export function newQuestion(): QuestionDraft {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, kind: 'short', label: '', required: false, choices: '' };
}
