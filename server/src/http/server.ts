import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How long each side may take, in milliseconds. */
const usualTimeouts = {
  /** Until the head of a request is there. */
  headersMs: 10_000,
  /** Until all of it is there: 100 kB over a slow mobile network. */
  requestMs: 30_000,
  /** Between requests on one connection. Longer than proxies keep one, so that they never use one we are closing. */
  keepAliveMs: 75_000,
  /** While nothing moves in either direction, as with a reader who went away. Event streams beat every 20 s. */
  silenceMs: 120_000,
};
type Timeouts = typeof usualTimeouts;

/** A server that nobody can keep busy by being slow. */
export function createHttpServer(listener?: RequestListener, timeouts: Partial<Timeouts> = {}): Server {
  const { headersMs, requestMs, keepAliveMs, silenceMs } = { ...usualTimeouts, ...timeouts };
  const options = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    // Node looks this often whether a time-out has passed.
    connectionsCheckingInterval: Math.min(1_000, headersMs),
  };
  const server = createServer(options, listener);
  server.setTimeout(silenceMs);
  return server;
}

/** Ends the serving politely. See `serveUntilStopped`. */
type Stop = {
  /** From now on each answer is the last one on its connection; new connections are still taken. */
  drain(): void;
  /**
   * Takes no more connections and waits for the answers that are due, at most `graceMs`. After `unfinishedMs`
   * connections are closed that are idle, or whose request has not arrived whole.
   * @returns whether all were answered
   */
  close(grace: { unfinishedMs: number; graceMs: number }): Promise<boolean>;
};

/** Answers a server's requests with `listener`, such that it can be stopped without cutting anybody off. */
export function serveUntilStopped(server: Server, listener: RequestListener): Stop {
  const sockets = new Set<Socket>();
  const answering = new Map<ServerResponse, Socket>();
  let draining = false;
  /** Requests that wait until the port is closed. */
  let held: (() => void)[] | null = null;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (request, response) => {
    answering.set(response, request.socket);
    response.once('close', () => answering.delete(response));
    if (draining) response.shouldKeepAlive = false;
    if (held) held.push(() => listener(request, response));
    else listener(request, response);
  });

  const closeUnfinished = () => {
    const complete = new Set([...answering].flatMap(([{ req }, socket]) => (req.complete ? [socket] : [])));
    for (const socket of sockets) if (!complete.has(socket)) socket.destroy();
  };

  return {
    drain() {
      draining = true;
      for (const response of answering.keys()) if (!response.headersSent) response.shouldKeepAlive = false;
    },
    async close({ unfinishedMs, graceMs }) {
      held = [];
      await quietMoment(server);
      const closed = stopListening(server);
      const waiting = held;
      held = null;
      for (const answer of waiting) answer();
      const impatience = setTimeout(closeUnfinished, unfinishedMs);
      const giveUp = new AbortController();
      const finished = await Promise.race([closed, wait(graceMs, false, { signal: giveUp.signal })]);
      clearTimeout(impatience);
      giveUp.abort();
      if (!finished) server.closeAllConnections();
      return finished;
    },
  };
}

/** How long a quiet moment is waited for. */
const quietPatienceMs = 500;

/**
 * Waits until Node has accepted everybody who was waiting: connections still in the queue of a port that closes are
 * reset. That is after a turn of the event loop without a new one, so short that hardly any can have come since.
 */
async function quietMoment(server: Server): Promise<void> {
  let accepted = 0;
  const count = () => (accepted += 1);
  server.on('connection', count);
  const end = performance.now() + quietPatienceMs;
  for (;;) {
    const [before, began] = [accepted, performance.now()];
    await new Promise((resolve) => setImmediate(resolve));
    const now = performance.now();
    if ((accepted === before && now - began < 0.5) || now > end) break;
  }
  server.off('connection', count);
}

/**
 * Unlike `close` of an HTTP server, this leaves alone who has just connected, and whose request is still unread.
 * @returns when the last connection is closed
 */
function stopListening(server: Server): Promise<true> {
  return new Promise((resolve) => {
    NetServer.prototype.close.call(server, () => resolve(true));
  });
}
