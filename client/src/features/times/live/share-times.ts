import { followTimes } from './follow-times.ts';

/**
 * Listens for changes of an expert's free times. Of all pages of a browser one follows the server and tells the others;
 * when it closes, the next one takes its place (rule V2).
 * @returns a function that ends it
 */
export function shareTimes(expertId: string, onStale: () => void): () => void {
  const name = `serene.times.${expertId}`;
  const end = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', onStale);
  const follow = () =>
    followTimes(expertId, {
      signal: end.signal,
      onStale: () => {
        onStale();
        // A channel, unlike a window, reaches its own origin only.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        channel.postMessage(null);
      },
    });
  void lead(name, { follow, signal: end.signal });
  return () => {
    end.abort();
    channel.close();
  };
}

type Leading = { follow: () => Promise<void>; signal: AbortSignal };

async function lead(name: string, { follow, signal }: Leading): Promise<void> {
  // Browsers give locks to secure origins only, whatever the types say: there each page follows for itself.
  const locks: LockManager | null | undefined = navigator.locks;
  if (!locks) return follow();
  try {
    await locks.request(name, { signal }, follow);
  } catch (error) {
    // The page closed while it waited for its turn.
    if (!signal.aborted) throw error;
  }
}
