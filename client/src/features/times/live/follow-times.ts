import { minuteMs } from '@serene/shared/time';
import { createParser } from 'eventsource-parser';
import { hasCode } from '../../../lib/api/errors.ts';
import { readError } from '../../../lib/api/read-error.ts';
import { send } from '../../../lib/api/send.ts';
import { pause } from './pause.ts';

const firstPauseMs = 1_000;
const longestPauseMs = minuteMs;
/** The server says something every 20 seconds: a connection that is silent for longer than this is dead. */
const silenceMs = 50_000;

type Follower = {
  signal: AbortSignal;
  /** The times that are shown may have changed: ask for them again. */
  onStale: () => void;
};

/**
 * Listens for changes of an expert's free times until the signal ends it, over any number of broken connections. Nothing
 * depends on it: whoever hears nothing learns at the hold that a time is gone.
 */
export async function followTimes(expertId: string, follower: Follower): Promise<void> {
  for (let failures = 0; !follower.signal.aborted; failures += 1) {
    try {
      await listen(expertId, {
        ...follower,
        onStale: () => {
          failures = 0;
          follower.onStale();
        },
      });
    } catch (error) {
      if (hasCode(error, 'NOT_FOUND')) return;
      // Whatever broke the connection, the next one is tried after a growing pause.
    }
    await pause(Math.min(firstPauseMs * 2 ** failures, longestPauseMs), follower.signal);
  }
}

/** @returns when the server ends the stream; throws when it breaks or falls silent */
async function listen(expertId: string, { signal, onStale }: Follower): Promise<void> {
  const silence = new AbortController();
  let watchdog = setTimeout(() => silence.abort(), silenceMs);
  try {
    const response = await send('GET /experts/:id/availability/stream', {
      params: { id: expertId },
      signal: AbortSignal.any([signal, silence.signal]),
      isEndless: true,
    });
    if (!response.ok) throw await readError(response);
    const parser = createParser({ onEvent: onStale });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => silence.abort(), silenceMs);
      parser.feed(chunk.value);
    }
  } finally {
    clearTimeout(watchdog);
  }
}
