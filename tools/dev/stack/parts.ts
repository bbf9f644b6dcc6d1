import { join } from 'node:path';
import { createClock } from '../../../server/src/infra/clock.ts';
import { type Mailbox, startMailbox } from '../mailbox/index.ts';
import { storedPort } from '../processes/stored-port.ts';
import type { Supervised } from '../processes/supervise.ts';
import { buildClient } from '../web/build-client.ts';
import { startWeb } from '../web/serve.ts';
import { partLine, type StackContext, supervisePart } from './context.ts';
import type { StackDatabase } from './database.ts';
import { apiEnvironment, clientEnvironment, clockFile, sandboxEnvironment } from './environment.ts';
import { launchApi, launchSandbox, launchVite, logFile } from './launch.ts';

/** The mailbox, in this process. */
export async function startMail({ settings, say }: StackContext): Promise<Mailbox> {
  const { dataDir, ports } = settings;
  const mailbox = await startMailbox({
    httpPort: ports.mailbox,
    smtpPort: settings.smtpPort ?? (await storedPort(join(dataDir, 'ports.json'), 'smtp')),
    storageFile: join(dataDir, 'mailbox.jsonl'),
    clock: createClock({ offsetFile: clockFile(settings) }),
    say,
  });
  say(partLine('mailbox', mailbox.url, `takes mail at ${mailbox.smtpUrl}`));
  return mailbox;
}

/** The stand-in for the payment gateway. */
export async function startSandbox(context: StackContext): Promise<Supervised> {
  const { settings, secrets, say } = context;
  const env = sandboxEnvironment(settings, secrets);
  const sandbox = await supervisePart(context, {
    name: 'The gateway sandbox',
    part: 'sandbox',
    launch: (signal) => launchSandbox({ ...context, env }, signal),
  });
  say(partLine('gateway', `http://127.0.0.1:${settings.ports.sandbox}`, 'sandbox: no real money'));
  return sandbox;
}

/** The API with its jobs. A crash inside a transaction leaves rows locked: they are freed before it starts again. */
export async function startApi(
  context: StackContext,
  { database, smtpUrl }: { database: StackDatabase; smtpUrl: string },
): Promise<Supervised> {
  const { settings, secrets, say } = context;
  const env = apiEnvironment(settings, { mongodbUri: database.uri, smtpUrl, secrets });
  const api = await supervisePart(context, {
    name: 'The API',
    part: 'api',
    launch: (signal) => launchApi({ ...context, env }, signal),
    beforeRestart: () => database.releaseLocks(),
  });
  say(partLine('api', `http://127.0.0.1:${settings.ports.api}/api/v1`, settings.watch ? 'restarts on changes' : ''));
  return api;
}

/** The built client: the folder it is in. */
export async function buildWeb({ settings, children, say }: StackContext): Promise<string> {
  const { root, cacheDir } = settings;
  return buildClient({
    root,
    cacheDir,
    children,
    say,
    env: clientEnvironment(settings),
    logFile: logFile(settings, 'build'),
  });
}

/** The web server for the built client, in this process. */
export async function serveWeb({ settings, say }: StackContext, folder: string): Promise<Supervised> {
  const { ports } = settings;
  const web = await startWeb({
    port: ports.web,
    folder,
    apiUrl: `http://127.0.0.1:${ports.api}`,
    gatewayUrl: settings.razorpayKeyId === undefined ? `http://127.0.0.1:${ports.sandbox}` : undefined,
  });
  say(partLine('web', web.url));
  return web;
}

/** The web server that compiles the client as it changes. */
export async function startVite(context: StackContext): Promise<Supervised> {
  const { settings, say } = context;
  const env = clientEnvironment(settings);
  const web = await supervisePart(context, {
    name: 'The web server',
    part: 'web',
    launch: (signal) => launchVite({ ...context, env }, signal),
  });
  say(partLine('web', `http://localhost:${settings.ports.web}`, 'reloads on changes'));
  return web;
}
