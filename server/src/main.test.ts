import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../test/booking-world.ts';
import { type Child, startChild } from '../../tools/dev/processes/child.ts';
import { freePort } from '../../tools/dev/processes/ports.ts';
import { waitUntilReady } from '../../tools/dev/processes/wait-until-ready.ts';
import { testUri } from '../test/test-uri.ts';

const dbName = `test-main-${process.pid}`;
const body = JSON.stringify({ email: 'asha@example.com', password: 'a long password' });
let port: number;
let api: Child;

/** Starts the product's own program, with settings that differ from the usual ones. */
async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
  port = await freePort();
  const uri = new URL(testUri());
  uri.pathname = `/${dbName}`;
  api = await startChild({
    name: 'The API',
    command: process.execPath,
    args: ['--import', 'tsx', 'src/main.ts'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: `${port}`,
      MONGODB_URI: uri.href,
      JWT_SECRET: 'a secret of thirty-two bytes or more',
      RAZORPAY_KEY_ID: keys.keyId,
      RAZORPAY_KEY_SECRET: keys.keySecret,
      RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
      SMTP_URL: 'smtp://127.0.0.1:1',
      ROLE: 'api',
      ...env,
    },
  });
  await waitUntilReady(api, `http://127.0.0.1:${port}/readyz`);
}

afterEach(async () => {
  await api.kill();
  const connection = await mongoose.createConnection(testUri(), { dbName }).asPromise();
  await connection.dropDatabase();
  await connection.close();
});

/** A sign-in whose head has reached the API, and of whose body only the first byte is on its way. */
async function beginToSignIn(): Promise<{ socket: Socket; answer: () => string }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  const head = ['POST /api/v1/auth/login HTTP/1.1', 'Host: api', 'Content-Type: application/json'];
  socket.write(`${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`);
  await vi.waitUntil(() => answer.startsWith('HTTP/1.1 100'), { timeout: 5_000 });
  answer = '';
  socket.write(body.slice(0, 1));
  return { socket, answer: () => answer };
}

async function refusesConnections(): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(port, '127.0.0.1');
    attempt.once('connect', () => {
      attempt.destroy();
      resolve(false);
    });
    attempt.once('error', () => resolve(true));
  });
}

const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

describe('the API that is asked to stop', { timeout: 60_000 }, () => {
  it('is not ready from then on, but answers until nobody should send requests any more', async () => {
    await start({ DRAIN_SECONDS: '30' });

    process.kill(api.pid, 'SIGTERM');

    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 5_000 }).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    const answer = await ask('/api/v1/experts');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
  });

  it('takes no new connection, finishes the request it is working on, and ends', async () => {
    await start({ DRAIN_SECONDS: '0' });
    const { socket, answer } = await beginToSignIn();

    process.kill(api.pid, 'SIGTERM');
    await vi.waitUntil(refusesConnections, { timeout: 5_000 });
    socket.write(body.slice(1));

    await vi.waitUntil(() => answer().includes('INVALID_CREDENTIALS'), { timeout: 5_000 });
    const answered = performance.now();
    expect(answer()).toMatch(/^HTTP\/1\.1 401 /);
    expect(await api.exited).toEqual({ code: 0, signal: null });
    // Less than the time for which a connection is kept.
    expect(performance.now() - answered).toBeLessThan(4_000);
  });

  it('is not held up by a request that does not come whole', async () => {
    await start({ DRAIN_SECONDS: '0' });
    await beginToSignIn();
    const asked = performance.now();

    process.kill(api.pid, 'SIGTERM');

    expect(await api.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(8_000);
  });
});

describe('a worker', { timeout: 60_000 }, () => {
  it('says how it is, and serves nothing else', async () => {
    await start({ ROLE: 'worker' });

    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    for (const path of ['/api/v1/experts', '/api/v1/auth/login', '/']) expect((await ask(path)).status).toBe(404);
  });
});
