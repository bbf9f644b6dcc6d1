import type { Response } from 'express';

/** Proxies and browsers give up on a connection that says nothing for long (rule V3). */
const heartbeatMs = 20_000;
/** Whoever reads so slowly that this much waits unsent is cut off, and comes back when it can (rule V3). */
const mostUnsentBytes = 64 * 1024;

/** One open event stream to a browser. */
export type EventStream = { send(event: string): void };

/**
 * Turns an answer into an event stream (WHATWG HTML, "Server-sent events"), never compressed and never kept by a proxy.
 * Events carry a name only: what is true is asked for again. It sends a heartbeat until the connection closes.
 */
export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store, no-transform',
    // nginx would collect what is sent otherwise.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > mostUnsentBytes) response.destroy();
    else response.write(text);
  };
  const heartbeat = setInterval(write, heartbeatMs, ': still here\n\n');
  response.once('close', () => clearInterval(heartbeat));
  return {
    // An event without data is none: browsers drop it.
    send: (event) => write(`event: ${event}\ndata: {}\n\n`),
  };
}
