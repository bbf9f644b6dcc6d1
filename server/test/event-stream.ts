import { createParser } from 'eventsource-parser';
import { vi } from 'vitest';

/** An event stream as a browser reads it. */
export type OpenStream = {
  response: Response;
  /** Names of the events so far, the oldest first. */
  events: string[];
  /** Waits (at most 10 s) until so many events of this name have come. */
  heard: (event: string, times?: number) => Promise<void>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  close: () => void;
};

/** Opens a stream; `close` it before the test ends. */
export async function openStream(url: string): Promise<OpenStream> {
  const abort = new AbortController();
  const response = await fetch(url, { signal: abort.signal });
  const events: string[] = [];
  const ended = read(response, events).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  return {
    response,
    events,
    ended,
    heard: async (event, times = 1) => {
      const count = () => events.filter((one) => one === event).length;
      await vi.waitUntil(() => count() >= times, { timeout: 10_000 });
    },
    close: () => abort.abort(),
  };
}

async function read(response: Response, events: string[]): Promise<void> {
  const parser = createParser({ onEvent: ({ event }) => events.push(event ?? 'message') });
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
}
