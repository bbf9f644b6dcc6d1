import { onlineManager, type QueryClient } from '@tanstack/react-query';

const loadCopy = () => import('./offline-copy.ts');

/**
 * Without a connection, a page shows what the last one kept. With one, it keeps such a copy itself, once it has nothing
 * better to do.
 */
export async function prepareForOffline(queryClient: QueryClient): Promise<void> {
  // The store takes every page for connected until it hears of a change.
  onlineManager.setOnline(navigator.onLine);
  if (navigator.onLine) {
    window.setTimeout(() => void keepCopy(queryClient).catch(() => undefined), 3_000);
    return;
  }
  // The app works without a copy.
  await restoreCopy(queryClient).catch(() => undefined);
}

async function restoreCopy(queryClient: QueryClient): Promise<void> {
  const { keepOfflineCopy, restoreOfflineCopy } = await loadCopy();
  await restoreOfflineCopy(queryClient);
  keepOfflineCopy(queryClient);
}

async function keepCopy(queryClient: QueryClient): Promise<void> {
  const { keepOfflineCopy } = await loadCopy();
  keepOfflineCopy(queryClient);
}
