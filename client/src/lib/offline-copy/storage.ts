import { kept, parseKept } from '../guarded/storage.ts';

const stored = 'serene.offline-copy.1';

/** What was kept for reading without a connection; undefined where there is nothing that can be read. */
export function readCopy(): unknown {
  return parseKept(kept.read(stored));
}

/** Keeps a copy in place of the one before; where the browser gives no room for it, there is none. */
export function writeCopy(copy: unknown): void {
  if (!kept.write(stored, JSON.stringify(copy))) forgetCopy();
}

/** Forgets the copy: the next person at this browser must not read it. */
export function forgetCopy(): void {
  kept.remove(stored);
}
