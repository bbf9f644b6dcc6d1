import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createHttpServer } from '../../../server/src/http/server.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';
import { localRequests } from '../local-requests.ts';
import { restApi } from './api/rest-api.ts';
import { checkoutPage, shopEntrances } from './checkout/routes.ts';
import { controls } from './control.ts';
import { errorHandler } from './errors.ts';
import { createFaults } from './faults.ts';
import type { Gateway } from './gateway.ts';
import { homePage } from './home-page.ts';
import { expirePayments } from './operations/expiry.ts';
import { openStore } from './state/store.ts';
import { createWebhooks } from './webhooks/delivery.ts';

export type SandboxOptions = {
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  /** Where webhooks go; without it they are only recorded. */
  webhookUrl?: string | undefined;
  clock: Clock;
  /** Keeps the state over restarts; without it the state ends with the process. */
  storageFile?: string | undefined;
  /** Compresses the 22.8 hours over which webhooks are retried: 0.001 makes them 82 seconds. Default 1. */
  webhookLadderScale?: number | undefined;
  /** How long a webhook's receiver may take. Default 5 s, as Razorpay's. */
  webhookTimeoutMs?: number | undefined;
  /** Refuse a receipt that another order has. Default true, as documented. */
  uniqueReceipts?: boolean | undefined;
  logger?: { error(line: string): void } | undefined;
};

/** How often time is looked at when nobody asks: webhooks and expiries then lag by at most this. */
const tickMs = 500;

/** A local stand-in for Razorpay: REST API, checkout and webhooks over one state. Close it to end its timers. */
export function createSandbox(options: SandboxOptions): { app: Express; close(): Promise<void> } {
  const { keyId, keySecret, clock, uniqueReceipts = true } = options;
  const store = openStore(options.storageFile);
  const faults = createFaults();
  const log = (line: string) => options.logger?.error(line);
  const webhooks = createWebhooks({
    store,
    clock,
    faults,
    url: options.webhookUrl,
    secret: options.webhookSecret,
    ladderScale: options.webhookLadderScale ?? 1,
    timeoutMs: options.webhookTimeoutMs ?? 5000,
    log,
  });
  const gateway: Gateway = { store, clock, webhooks, faults, keyId, keySecret, uniqueReceipts };

  webhooks.resume();
  const ticking = setInterval(() => {
    try {
      expirePayments(gateway);
      webhooks.retryDue();
    } catch (error) {
      // An unreadable clock file or a full disk: the next tick tries again.
      log(`The sandbox could not let time pass: ${String(error)}`);
    }
  }, tickMs);

  return {
    app: createApp(gateway, log),
    async close() {
      clearInterval(ticking);
      await webhooks.close();
      store.close();
    },
  };
}

function createApp(gateway: Gateway, log: (line: string) => void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(localRequests());
  // Nobody sees a payment that should have expired by now.
  app.use((_req, _res, next) => {
    expirePayments(gateway);
    next();
  });
  app.get('/', (_req, res) => {
    res.type('html').send(homePage(gateway));
  });
  app.use(shopEntrances());
  app.use('/checkout', checkoutPage(gateway));
  app.use('/v1', restApi(gateway));
  app.use('/_sandbox', controls(gateway));
  app.use(errorHandler(log));
  return app;
}

export type RunningSandbox = { url: string; port: number; close(): Promise<void> };

/**
 * Runs the sandbox on `port` of 127.0.0.1 (0 = any free one).
 * @throws Error that says so when the port is in use; the state is not touched then
 */
export async function startSandbox(options: SandboxOptions & { port: number }): Promise<RunningSandbox> {
  const server = createHttpServer();
  const port = await listen(server, options.port);
  // The state is opened only now: whoever holds the port may hold the file too.
  const sandbox = createSandbox(options);
  server.on('request', sandbox.app);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await sandbox.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message = cause.code === 'EADDRINUSE' ? `Port ${port} is in use.` : `Port ${port}: ${cause.message}`;
      reject(new Error(message, { cause }));
    });
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.');
  return address.port;
}
