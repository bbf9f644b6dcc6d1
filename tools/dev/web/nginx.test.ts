import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeServer, listen } from '../processes/listen.ts';
import { freePort } from '../processes/ports.ts';
import { deployedConfig, findNginx, prepareNginx } from './nginx.test-support.ts';
import { pageHeaders } from './page-headers.ts';

const nginx = findNginx();
const hsts = 'max-age=31536000';

describe('the configuration of the web server of a deployment', () => {
  it('sends pages the headers of the starter, with errors too', () => {
    for (const [name, value] of Object.entries(pageHeaders())) {
      const quoted = [value, `"${value}"`, `'${value}'`].map((text) => `add_header ${name} ${text} always;`);
      expect(
        quoted.some((line) => deployedConfig.includes(line)),
        name,
      ).toBe(true);
    }
  });

  it('looks the API up again, which may come back under another address', () => {
    const targets = [...deployedConfig.matchAll(/proxy_pass ([^;]+);/g)].map(([, target]) => target);

    // nginx looks up what is in a variable for each request, and a name that is written out at its start only.
    expect(new Set(targets)).toEqual(new Set(['$api']));
  });

  it('insists on https wherever it answers itself', () => {
    const locations = deployedConfig.split(/\n {4}location /).slice(1);
    const answering = locations.filter((location) => !location.startsWith('/api/'));

    expect(answering).toHaveLength(4);
    for (const location of answering) {
      expect(location).toContain(`add_header Strict-Transport-Security ${hsts} always;`);
    }
  });
});

function tellThatItIsMissing(): void {
  describe('the web server of a deployment', () => {
    it('was not tried: this machine has no nginx', () => {
      console.warn('\nThere is no nginx here, so deploy/nginx.conf was read but not run. Install nginx to try it.\n');
      // What can be seen without it: every block that is opened is closed.
      const code = deployedConfig.replaceAll(/#.*/g, '').replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '');
      expect(code.split('{').length).toBe(code.split('}').length);
    });
  });
}

function tryIt(): void {
  describe('the web server of a deployment', () => {
    let prepared: ReturnType<typeof prepareNginx>;
    let running: ReturnType<ReturnType<typeof prepareNginx>['start']>;
    let api: Server;
    let url: string;
    let apiPort: number;

    beforeAll(async () => {
      const port = await freePort();
      api = createServer((request, response) => {
        const scheme = request.headers['x-forwarded-proto'] ?? 'none';
        request.resume().once('end', () => response.setHeader('x-api', 'yes').setHeader('x-scheme', scheme).end('{}'));
      });
      apiPort = await listen(api, 0);
      prepared = prepareNginx({ port, apiPort });
      running = prepared.start();
      url = `http://127.0.0.1:${port}`;
      await vi.waitFor(() => fetch(url), { timeout: 10_000 });
    });

    afterAll(async () => {
      await running.stop();
      await closeServer(api);
      prepared.remove();
    });

    it('accepts its configuration', () => {
      expect(prepared.check()).toMatchObject({ accepted: true });
    });

    it.each(['/', '/experts/asha-rao', '/booking/success?sessionId=1'])('protects the page %s', async (path) => {
      const { status, headers } = await fetch(url + path);

      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        ...Object.fromEntries(Object.entries(pageHeaders()).map(([name, value]) => [name.toLowerCase(), value])),
        'strict-transport-security': hsts,
        'cache-control': 'no-cache',
      });
    });

    it('keeps a missing script out of caches, and its error from being read as something else', async () => {
      const { status, headers } = await fetch(`${url}/assets/index-old.js`);

      expect([status, headers.get('cache-control')]).toEqual([404, null]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBe(hsts);
    });

    it.each([
      ['of a person', '/api/v1/bookings', 102_400],
      ['of the gateway', '/api/v1/payments/webhooks/razorpay', 1_000_000],
    ])('passes on a request %s that is as large as the API takes', async (_of, path, bytes) => {
      const { status, headers } = await fetch(url + path, { method: 'POST', body: 'x'.repeat(bytes) });

      expect([status, headers.get('x-api')]).toEqual([200, 'yes']);
    });

    it.each([
      ['of a person', '/api/v1/bookings', 102_401],
      ['of the gateway', '/api/v1/payments/webhooks/razorpay', 1_100_000],
    ])('answers a request %s that is too large as the API would', async (_of, path, bytes) => {
      const response = await fetch(url + path, { method: 'POST', body: 'x'.repeat(bytes) });

      expect([response.status, response.headers.get('x-api')]).toEqual([413, null]);
      expect(await response.json()).toMatchObject({ success: false, error: { code: 'PAYLOAD_TOO_LARGE' } });
    });

    it.each([
      ['http', {}],
      ['https', { 'X-Forwarded-Proto': 'https' }],
      ['http', { 'X-Forwarded-Proto': 'gopher' }],
    ])('tells the API that a visitor came by %s, where the proxy before it says %j', async (scheme, headers) => {
      expect((await fetch(`${url}/api/v1/experts`, { headers })).headers.get('x-scheme')).toBe(scheme);
    });

    it('answers 503 BUSY as JSON while the API is away, and passes its answers on once it is back', async () => {
      await closeServer(api);
      const away = await fetch(`${url}/api/v1/experts`);

      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1']);
      expect(away.headers.get('content-type')).toBe('application/json');
      expect(away.headers.get('cache-control')).toBe('no-store');
      expect(await away.json()).toMatchObject({ success: false, error: { code: 'BUSY' } });

      await listen(api, apiPort);
      expect((await fetch(`${url}/api/v1/experts`)).headers.get('x-api')).toBe('yes');
    });
  });
}

(nginx === null ? tellThatItIsMissing : tryIt)();
