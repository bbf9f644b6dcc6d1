const stored = 'serene.offline-copy.1';

/** What was kept for reading without a connection; undefined where there is nothing that can be read. */
export function readCopy(): unknown {
  const text = localStorage.getItem(stored);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps a copy in place of the one before; where the browser gives no room for it, there is none. */
export function writeCopy(copy: unknown): void {
  try {
    localStorage.setItem(stored, JSON.stringify(copy));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    forgetCopy();
  }
}

/** Forgets the copy: the next person at this browser must not read it. */
export function forgetCopy(): void {
  localStorage.removeItem(stored);
}
