import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeServer, listen } from '../processes/listen.ts';
import { freePort } from '../processes/ports.ts';
import { startWeb, type Web } from './serve.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;
let folder: string;
let api: Server;
let web: Web;
let openStreams = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serene-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<div id="root"></div>');
  writeFileSync(join(folder, 'assets/index-Ab12Cd34.js'), script);
  openStreams = 0;
  api = createServer((request, response) => {
    if (request.url === '/api/v1/stream') {
      openStreams += 1;
      response.once('close', () => {
        openStreams -= 1;
      });
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: reset\n\n');
      return;
    }
    void echo(request, response);
  });
  const apiUrl = `http://127.0.0.1:${await listen(api, 0)}`;
  web = await startWeb({ port: 0, folder, apiUrl, gatewayUrl: 'http://127.0.0.1:4010' });
});

afterEach(async () => {
  await Promise.all([web.stop(), closeServer(api)]);
  rmSync(folder, { recursive: true });
});

async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  response.end(JSON.stringify({ path: request.url, host: request.headers.host, body }));
}

describe('the web server', () => {
  it('serves the app, asked for each time, at every address that is no file', async () => {
    for (const path of ['/', '/experts/asha-rao', '/booking/success?sessionId=1']) {
      const response = await fetch(`${web.url}${path}`);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<div id="root"');
    }
  });

  it('serves files with a hash in their name compressed and for good', async () => {
    const response = await fetch(`${web.url}/assets/index-Ab12Cd34.js`);

    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(await response.text()).toBe(script);
  });

  it('lets pages be framed by nobody, and load scripts from themselves and the gateway only', async () => {
    const { headers } = await fetch(`${web.url}/experts`);

    expect(headers.get('x-frame-options')).toBe('DENY');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' https://checkout.razorpay.com http://127.0.0.1:4010;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('gives pages no devices, and whoever opens them no hold of them', async () => {
    const { headers } = await fetch(`${web.url}/booking/success?sessionId=1`);

    // A bank's window is opened from a page during a payment and reports to it.
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
    expect(headers.get('permissions-policy')).toContain('camera=(), ');
    expect(headers.get('permissions-policy')).toContain('payment=(self "https://api.razorpay.com"');
  });

  it('says 404 for a file that is not there, instead of serving the app', async () => {
    expect((await fetch(`${web.url}/assets/index-old.js`)).status).toBe(404);
  });

  it('passes API calls on as they are, so that both are one origin', async () => {
    const response = await fetch(`${web.url}/api/v1/auth/login?next=1`, { method: 'POST', body: '{"email":"a"}' });

    expect(await response.json()).toEqual({
      path: '/api/v1/auth/login?next=1',
      host: web.url.replace('http://', ''),
      body: '{"email":"a"}',
    });
  });

  it('lets an event stream through at once, uncompressed, and ends it with the browser (rule V3)', async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const call = request(`${web.url}/api/v1/stream`, { headers: { 'accept-encoding': 'gzip, br' } }, resolve);
      call.once('error', reject);
      call.end();
    });
    const first = await new Promise<string>((resolve) =>
      response.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );

    expect(first).toBe('event: reset\n\n');
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(openStreams).toBe(1);

    response.destroy();
    await vi.waitUntil(() => openStreams === 0, { timeout: 5_000 });
  });

  it('answers 503 BUSY while the API is down', async () => {
    const lonely = await startWeb({ port: 0, folder, apiUrl: `http://127.0.0.1:${await freePort()}` });

    const response = await fetch(`${lonely.url}/api/v1/experts`);

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toMatchObject({ success: false, error: { code: 'BUSY' } });
    await lonely.stop();
  });
});
