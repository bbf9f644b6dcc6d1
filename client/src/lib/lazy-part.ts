import { lazy, type ComponentType } from 'react';

/**
 * Fetches code that is needed now. Without a connection it waits for one, since what could not be fetched then is neither
 * broken nor of an older version.
 * @throws what `fetchCode` throws where there is a connection
 */
export async function fetchWhenOnline<T>(fetchCode: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchCode();
    } catch (error) {
      if (navigator.onLine) throw error;
      await nextConnection();
    }
  }
}

/** A part of a page that is fetched where it is shown; while it waits, its `Suspense` stands for it. */
export function lazyPart<Props>(fetchPart: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await fetchWhenOnline(fetchPart) }));
}

function nextConnection(): Promise<unknown> {
  return new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
}
