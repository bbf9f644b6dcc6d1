/** Texts by key that this browser keeps for us, if it does. No call ever throws. */
type Kept = {
  /** What was kept under the key, or null. */
  read: (key: string) => string | null;
  /** @returns whether the browser kept it; otherwise it lasts as long as this page */
  write: (key: string, text: string) => boolean;
  remove: (key: string) => void;
  /** Whether the browser keeps anything now. */
  isOpen: () => boolean;
};

const probe = 'serene.probe';

/** Kept across visits, for all tabs. */
export const kept = guarded(() => window.localStorage);

/** Kept for this tab, also when it loads again. */
export const keptForTab = guarded(() => window.sessionStorage);

/**
 * A storage that may be refused: with cookies blocked the mere look at it throws, some web views have null in its place,
 * and a full one throws at each write. What it does not take, this page remembers itself.
 */
function guarded(open: () => Storage | null): Kept {
  /** Newer than what is stored; null for what was removed. */
  const own = new Map<string, string | null>();
  const attempt = <T>(work: (storage: Storage) => T): { done: T } | undefined => {
    try {
      const storage = open();
      return storage === null ? undefined : { done: work(storage) };
    } catch {
      // The kinds of refusal differ by browser; none of them says anything that we could act on.
      return undefined;
    }
  };
  const set = (key: string, text: string | null, work: (storage: Storage) => void): boolean => {
    const isDone = attempt(work) !== undefined;
    if (isDone) own.delete(key);
    else own.set(key, text);
    return isDone;
  };
  return {
    read: (key) => own.get(key) ?? (own.has(key) ? null : (attempt((storage) => storage.getItem(key))?.done ?? null)),
    write: (key, text) => set(key, text, (storage) => storage.setItem(key, text)),
    remove: (key) => void set(key, null, (storage) => storage.removeItem(key)),
    isOpen: () =>
      attempt((storage) => {
        storage.setItem(probe, '');
        storage.removeItem(probe);
      }) !== undefined,
  };
}

/** Reads JSON that anything may have written; undefined for what is none. */
export function parseKept(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
