import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpServer, serveUntilStopped } from './server.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const answerAtOnce: RequestListener = (_request, response) => void response.end('done');

async function run(...given: Parameters<typeof createHttpServer>): Promise<number> {
  server = createHttpServer(...given).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function runUntilStopped(listener: RequestListener) {
  const port = await run();
  return { port, stop: serveUntilStopped(server, listener) };
}

/** A connection on which `bytes` are sent; what comes back, and when it has been closed. */
function send(port: number, bytes: string): { socket: Socket; said: Promise<string>; soFar: () => string } {
  const socket = connect(port, '127.0.0.1');
  let soFar = '';
  const said = new Promise<string>((resolve) => socket.once('close', () => resolve(soFar)));
  socket.setEncoding('utf8').on('data', (part: string) => (soFar += part));
  // A reset is a way to be closed.
  socket.on('error', () => undefined);
  socket.write(bytes);
  return { socket, said, soFar: () => soFar };
}

async function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  const request = get({ port, host: '127.0.0.1', agent });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error('There was no answer.');
  await text(response);
  return response;
}

const head = 'POST / HTTP/1.1\r\nHost: api\r\nContent-Length: 10\r\n\r\n';

describe('a server', () => {
  it.each([
    ['the head of a request', { headersMs: 100 }, 'GET / HTTP/1.1\r\nHost: a'],
    ['a first byte after the head', { headersMs: 100, requestMs: 150 }, head],
    ['the rest of a body', { headersMs: 100, requestMs: 150 }, `${head}12345`],
  ])('does not wait for ever for %s', async (_what, timeouts, bytes) => {
    const port = await run((request) => void request.resume(), timeouts);

    expect(await send(port, bytes).said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('does not keep a connection for ever on which nobody asks anything more', async () => {
    const port = await run(answerAtOnce, { keepAliveMs: 100 });

    expect(await send(port, 'GET / HTTP/1.1\r\nHost: api\r\n\r\n').said).toContain('done');
  });

  it('does not keep an answer for ever that nobody reads', async () => {
    const closed = vi.fn<() => void>();
    const port = await run((_request, response) => void response.once('close', closed).end(Buffer.alloc(50_000_000)), {
      silenceMs: 200,
    });

    send(port, 'GET / HTTP/1.1\r\nHost: api\r\n\r\n').socket.pause();

    await expect.poll(() => closed.mock.calls.length, { timeout: 5_000 }).toBe(1);
  });
});

describe('a server that is asked to stop', () => {
  it('says on each answer that it was the last one, also on those it was working on', async () => {
    const working: (() => void)[] = [];
    const { port, stop } = await runUntilStopped((request, response) => {
      if (request.url === '/slow') working.push(() => response.end('done'));
      else response.end('done');
    });
    const agent = new Agent({ keepAlive: true });
    expect((await ask(port, agent)).headers.connection).toBe('keep-alive');
    const slow = send(port, 'GET /slow HTTP/1.1\r\nHost: api\r\n\r\n');
    await expect.poll(() => working.length).toBe(1);

    stop.drain();
    for (const answer of working) answer();

    expect(await slow.said).toMatch(/Connection: close[^]*done$/);
    expect((await ask(port, agent)).headers.connection).toBe('close');
    agent.destroy();
  });

  it('closes idle connections, and waits for answers but not for requests that came in half', async () => {
    const working: (() => void)[] = [];
    const { port, stop } = await runUntilStopped((request, response) => {
      request.resume();
      if (request.url === '/slow') working.push(() => response.end('done'));
      else if (request.method === 'GET') response.end('done');
    });
    const idle = send(port, 'GET / HTTP/1.1\r\nHost: api\r\n\r\n');
    const halves = [send(port, 'GET / HT'), send(port, head), send(port, `${head}12345`)];
    const slow = send(port, 'GET /slow HTTP/1.1\r\nHost: api\r\n\r\n');
    await expect.poll(() => working.length).toBe(1);
    await expect.poll(idle.soFar).toContain('done');

    stop.drain();
    const closing = stop.close({ unfinishedMs: 50, graceMs: 10_000 });
    await Promise.all([idle, ...halves].map(({ said }) => said));
    for (const answer of working) answer();

    expect(await slow.said).toContain('done');
    expect(await closing).toBe(true);
  });

  it('answers who had just connected', async () => {
    const { port, stop } = await runUntilStopped(answerAtOnce);
    const fresh = send(port, '');
    await once(server, 'connection');

    const closing = stop.close({ unfinishedMs: 5_000, graceMs: 10_000 });
    stop.drain();
    await new Promise((resolve) => setImmediate(resolve));
    fresh.socket.write('GET / HTTP/1.1\r\nHost: api\r\n\r\n');

    expect(await fresh.said).toMatch(/Connection: close[^]*done$/);
    expect(await closing).toBe(true);
  });

  it('resets nobody, however many come while it stops and however busy it is', async () => {
    const { port, stop } = await runUntilStopped((_request, response) => {
      const busyUntil = performance.now() + 3;
      while (performance.now() < busyUntil);
      setTimeout(() => response.end('done'), 10);
    });
    const agent = new Agent({ keepAlive: true });
    const seen = new Set<string>();
    const lane = async () => {
      while (!seen.has('ECONNREFUSED')) {
        await ask(port, agent).then(
          () => seen.add('answer'),
          (error: NodeJS.ErrnoException) => seen.add(error.code ?? error.message),
        );
      }
    };
    const lanes = Array.from({ length: 12 }, lane);
    await expect.poll(() => seen.has('answer')).toBe(true);

    stop.drain();
    await stop.close({ unfinishedMs: 1_000, graceMs: 10_000 });
    await Promise.all(lanes);

    expect(seen).toEqual(new Set(['answer', 'ECONNREFUSED']));
    agent.destroy();
  });

  it('cuts off an answer that does not come within the grace, and says so', async () => {
    const { port, stop } = await runUntilStopped(() => undefined);
    const never = send(port, 'GET / HTTP/1.1\r\nHost: api\r\n\r\n');
    await once(server, 'request');

    expect(await stop.close({ unfinishedMs: 10, graceMs: 50 })).toBe(false);
    expect(await never.said).toBe('');
  });
});
