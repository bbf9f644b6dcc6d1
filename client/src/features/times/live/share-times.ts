import { openChannel } from '../../../lib/guarded/channel.ts';
import { takingTurns } from '../../../lib/guarded/turns.ts';
import { followTimes } from './follow-times.ts';

/**
 * Listens for changes of an expert's free times. Of all pages of a browser one follows the server and tells the others;
 * when it closes, the next one takes its place (rule V2). Where pages cannot take turns, each follows for itself.
 * @returns a function that ends it
 */
export function shareTimes(expertId: string, onStale: () => void): () => void {
  const name = `serene.times.${expertId}`;
  const end = new AbortController();
  const channel = openChannel(name, onStale);
  const follow = () =>
    followTimes(expertId, {
      signal: end.signal,
      onStale: () => {
        onStale();
        channel.tell();
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
  try {
    await takingTurns(name, follow, signal);
  } catch (error) {
    // The page closed while it waited for its turn.
    if (!signal.aborted) throw error;
  }
}
