import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorEnvelope } from '@serene/shared/contracts';
import compression from 'compression';
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import sirv from 'sirv';
import { createHttpServer } from '../../../server/src/http/server.ts';
import { closeServer, listen } from '../processes/listen.ts';
import { pageHeaders } from './page-headers.ts';

const yearSeconds = 31_536_000;
const apiSilenceMs = 30_000;

export type WebOptions = {
  port: number;
  /** Folder of the built client. */
  folder: string;
  /** Where the API listens, e.g. `http://127.0.0.1:4000`. */
  apiUrl: string;
  /** The stand-in for the payment gateway, where one runs. */
  gatewayUrl?: string | undefined;
};

export type Web = { url: string; stop(): Promise<void> };

/** Serves the built client and the API from one origin on 127.0.0.1, as the proxy in front of a deployment does. */
export async function startWeb({ port, folder, apiUrl, gatewayUrl }: WebOptions): Promise<Web> {
  const app = express();
  app.disable('x-powered-by');
  // Before the compression: an event stream must reach the browser byte by byte.
  app.use(apiProxy(apiUrl));
  app.use(compression());
  app.use(clientFiles(folder, pageHeaders(gatewayUrl)));
  const server = createHttpServer(app);
  const listening = await listen(server, port);
  return { url: `http://localhost:${listening}`, stop: () => closeServer(server) };
}

function apiProxy(target: string) {
  return createProxyMiddleware({
    target,
    pathFilter: '/api',
    xfwd: true,
    // Event streams beat every 20 seconds; an API that says nothing for longer hangs.
    proxyTimeout: apiSilenceMs,
    on: { error: answerForAbsentApi },
  });
}

function answerForAbsentApi(_error: Error, _request: IncomingMessage, response: ServerResponse | Socket): void {
  if (!('setHeader' in response) || response.headersSent) {
    response.destroy();
    return;
  }
  const body: ErrorEnvelope = {
    success: false,
    error: { code: 'BUSY', message: 'The service is starting. Try again in a moment.' },
  };
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' }).end(JSON.stringify(body));
}

/** Files under `assets/` carry a hash in their name and never change; all others are asked for each time (304). */
function clientFiles(folder: string, headers: Record<string, string>) {
  return sirv(folder, {
    etag: true,
    single: true,
    setHeaders(response, path) {
      const forever = path.startsWith('/assets/');
      response.setHeader('Cache-Control', forever ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
}
