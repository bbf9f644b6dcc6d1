import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../server/test/test-clock.ts';
import { type Mailbox, startMailbox } from './mailbox/index.ts';
import { startWorld, type World } from './sandbox/testing/world.ts';

type Call = { host?: string; origin?: string; method?: string };

let sandbox: World;
let mailbox: Mailbox;

beforeAll(async () => {
  sandbox = await startWorld();
  mailbox = await startMailbox({ httpPort: 0, smtpPort: 0, clock: createTestClock() });
});

afterAll(() => Promise.all([sandbox.close(), mailbox.stop()]));

/** A request with headers that `fetch` does not let anybody set. */
async function call(url: string, { host, origin, method = 'GET' }: Call) {
  const headers = { ...(host === undefined ? {} : { host }), ...(origin === undefined ? {} : { origin }) };
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.once('error', reject);
    sent.end();
  });
}

const doors = [
  ['the sandbox', () => `${sandbox.url}/_sandbox/faults`],
  ['the mailbox', () => `${mailbox.url}/api/faults`],
] as const;

describe.each(doors)('%s', (_name, door) => {
  it.each(['localhost', 'localhost:4010', '127.0.0.1:65535', '[::1]:4020', 'LOCALHOST:80'])(
    'answers those who call it as %s',
    async (host) => {
      expect(await call(door(), { host })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    'rebound.example.com',
    'localhost.example.com:4010',
    '127.0.0.1.example.com',
    'example.com#localhost',
    'example.com@localhost',
    'localhost@example.com',
    'localhost/x',
    '192.168.0.10:4010',
    '0.0.0.0:4010',
  ])('says 403 to those who were led here by the name "%s"', async (host) => {
    const { status, body } = await call(door(), { host });

    expect([status, body]).toEqual([403, expect.stringContaining('call it as localhost or 127.0.0.1')]);
  });

  it.each([undefined, 'http://localhost:5173', 'http://127.0.0.1:4010', 'http://[::1]:3000', 'https://localhost'])(
    'is changed by a program or a page of this machine (Origin %s)',
    async (origin) => {
      const { status } = await call(door(), { method: 'DELETE', ...(origin === undefined ? {} : { origin }) });

      expect(status).toBeLessThan(300);
    },
  );

  it.each([
    'null',
    'https://example.com',
    'http://localhost.example.com',
    'http://example.com:4010',
    'file://localhost',
    'chrome-extension://localhost',
  ])('is changed by no page of %s', async (origin) => {
    for (const method of ['POST', 'DELETE', 'PUT']) {
      const { status, body } = await call(door(), { method, origin });
      expect([status, body]).toEqual([403, expect.stringContaining('only pages of this machine')]);
    }
  });
});

describe('the checkout of the sandbox', () => {
  it('takes the form of the web app, which is at another port', async () => {
    const url = `${sandbox.url}/v1/checkout/embedded`;

    expect((await call(url, { method: 'POST', origin: 'http://localhost:5173' })).status).not.toBe(403);
    expect((await call(url, { method: 'POST', origin: 'https://shop.example.com' })).status).toBe(403);
  });
});
