import { property } from '../../../lib/api/read-error.ts';
import { keptForTab, parseKept } from '../../../lib/guarded/storage.ts';

const stored = 'serene.booking-attempt';

/**
 * The key of an attempt to book: the same for as long as the same thing is asked, also after the page was loaded again, so
 * that a repeat never books twice (B6).
 */
export function attemptKey(asked: unknown): string {
  const of = JSON.stringify(asked);
  const kept = parseKept(keptForTab.read(stored));
  const known = property(kept, 'key');
  if (property(kept, 'of') === of && typeof known === 'string') return known;
  const key = newKey();
  keptForTab.write(stored, JSON.stringify({ of, key }));
  return key;
}

/** Ends the attempt: what is asked next is another one. */
export function endAttempt(): void {
  keptForTab.remove(stored);
}

/** As random as a UUID, which a page without TLS cannot make. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
