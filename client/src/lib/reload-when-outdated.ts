import { keptForTab } from './guarded/storage.ts';

const stored = 'serene.reloaded-from';

/**
 * Loads the page again when a part of it cannot be fetched, which is so when a new version has replaced its files. Once
 * for each version: a part that is missing from the newest one as well must not reload for ever. What was chosen is in
 * the address. Vite tells of it: https://vite.dev/guide/build#load-error-handling
 * @param version what tells the versions of the app apart
 * @returns stops it
 */
export function reloadWhenOutdated(version: string, reload = () => window.location.reload()): () => void {
  const onMissingPart = () => {
    // Without a connection, nothing is known of a new version.
    if (!navigator.onLine || keptForTab.read(stored) === version) return;
    // Where nothing is kept, the next page would not know of it and reload again.
    if (keptForTab.write(stored, version)) reload();
  };
  window.addEventListener('vite:preloadError', onMissingPart);
  return () => window.removeEventListener('vite:preloadError', onMissingPart);
}
