import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChildren } from '../../dev/processes/children.ts';
import { freePort } from '../../dev/processes/ports.ts';
import { startSandbox } from '../../dev/sandbox/index.ts';
import { ApiProcess } from './api-process.ts';
import { createChaosClock, type ChaosClock } from './chaos-clock.ts';
import { startChaosDatabase, type ChaosDatabase } from './chaos-database.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { SandboxControl } from './sandbox-control.ts';

export const keys = {
  keyId: 'rzp_test_sandbox0000001',
  keySecret: 'sandbox_key_secret_01',
  webhookSecret: 'sandbox_webhook_secret_01',
};
export const jwtSecret = 'a secret of thirty-two bytes or more';

const cacheDir = fileURLToPath(new URL('../../../.cache', import.meta.url));

/** The real parts of the product, none of which is up for good. */
export type Stack = {
  clock: ChaosClock;
  database: ChaosDatabase;
  sandbox: SandboxControl;
  gatewayUrl: string;
  postOffice: PostOffice;
  /** Not started yet. */
  apis: readonly [ApiProcess, ApiProcess];
  /** Whether the second process is of the release before: only what both know is done then. */
  isMixed: boolean;
  /** Where logs are kept while it runs. */
  folder: string;
  stop(options: { keepLogs: boolean }): Promise<void>;
};

type Programs = {
  /** Of the first process, which also ends the run. */
  program: string;
  /** Of the second process, where it is another release: then this one may write no shape that the other cannot read. */
  programBefore?: string | undefined;
};

/** Starts everything but the API. @param onLogLine gets each line that an API process prints */
export async function startStack(
  { program, programBefore }: Programs,
  onLogLine: (line: string) => void,
): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'serene-chaos-'));
  const children = createChildren();
  const clock = createChaosClock(join(folder, 'clock'));
  const database = await startChaosDatabase({ cacheDir, dataDir: folder, children });
  const ports = [await freePort(), await freePort()] as const;
  const apiPath = '/api/v1/payments/webhooks/razorpay';
  const sandbox = await startSandbox({ ...keys, clock, port: 0, webhookUrl: `http://127.0.0.1:${ports[0]}${apiPath}` });
  const postOffice = await openPostOffice(clock);
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    MONGODB_URI: `${database.uri}&monitorCommands=true`,
    JWT_SECRET: jwtSecret,
    RAZORPAY_KEY_ID: keys.keyId,
    RAZORPAY_KEY_SECRET: keys.keySecret,
    RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
    RAZORPAY_BASE_URL: sandbox.url,
    SMTP_URL: postOffice.smtpUrl,
    CLOCK_FILE: clock.file,
    RATE_LIMITS: 'off',
    MARKETPLACE: programBefore === undefined ? 'on' : 'off',
    REMINDER_OFFSETS: '24h,1h',
    LOG_LEVEL: 'warn',
  };
  const api = (name: string, port: number, before?: string) =>
    new ApiProcess({
      name,
      program: before ?? program,
      isOfReleaseBefore: before !== undefined,
      port,
      env,
      logFile: join(folder, `${name}.log`),
      children,
      onLine: onLogLine,
    });
  return {
    clock,
    database,
    sandbox: new SandboxControl(sandbox.url),
    gatewayUrl: sandbox.url,
    postOffice,
    apis: [api('api-1', ports[0]), api('api-2', ports[1], programBefore)],
    isMixed: programBefore !== undefined,
    folder,
    async stop({ keepLogs }) {
      await children.endAll();
      await database.stop();
      await Promise.all([sandbox.close(), postOffice.stop()]);
      if (!keepLogs) await rm(folder, { recursive: true, force: true });
    },
  };
}
