import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { parseClockOffset } from '../../../server/src/infra/clock.ts';
import { port } from '../../../server/src/config/kinds.ts';
import { isComplete, readSettings as readVariables } from '../../../server/src/config/read-settings.ts';
import { StartError } from '../start-error.ts';

const variables = {
  NODE_ENV: z
    .string()
    .optional()
    .refine((value) => value !== 'production', 'must not be production: the starter brings stand-ins and demo data'),
  PORT: port().default(4000),
  CLIENT_PORT: port().default(5173),
  SANDBOX_PORT: port().default(4010),
  MAILBOX_PORT: port().default(4020),
  DATABASE_PORT: port().optional(),
  SMTP_PORT: port().optional(),
  DATA_DIR: z.string().default('.data'),
  CLOCK_OFFSET: z.string().refine(isClockOffset, 'must look like +23h, -90m or 2d').default('0'),
  MONGODB_URI: z.string().optional(),
  RAZORPAY_KEY_ID: z.string().optional(),
  SMTP_URL: z.string().optional(),
};

/** What the starter itself needs to know; everything else goes to the API as it is. */
export type Settings = {
  root: string;
  cacheDir: string;
  dataDir: string;
  watch: boolean;
  ports: { api: number; web: number; sandbox: number; mailbox: number };
  databasePort: number | undefined;
  smtpPort: number | undefined;
  clockOffset: string;
  /** Real parts, each of which replaces a stand-in. */
  mongodbUri: string | undefined;
  razorpayKeyId: string | undefined;
  smtpUrl: string | undefined;
  env: NodeJS.ProcessEnv;
};

/**
 * The settings of this checkout: the environment on top of the file `.env`, where there is one.
 * @throws StartError with everything that is wrong
 */
export function loadSettings({ root, watch }: { root: string; watch: boolean }): Settings {
  const envFile = join(root, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  return readSettings(process.env, { root, watch });
}

/**
 * Reads the environment; empty variables count as absent.
 * @throws StartError with everything that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv, { root, watch }: { root: string; watch: boolean }): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = readVariables(variables, given);
  if (!isComplete(read)) {
    const problems = read.problems.map(({ name, message }) => `${name} ${message}`);
    throw new StartError(
      `The environment is wrong. ${problems.join('; ')}.`,
      'The file .env.example explains every variable.',
    );
  }
  const data = read.values;
  return {
    root,
    cacheDir: join(root, '.cache'),
    dataDir: isAbsolute(data.DATA_DIR) ? data.DATA_DIR : join(root, data.DATA_DIR),
    watch,
    ports: { api: data.PORT, web: data.CLIENT_PORT, sandbox: data.SANDBOX_PORT, mailbox: data.MAILBOX_PORT },
    databasePort: data.DATABASE_PORT,
    smtpPort: data.SMTP_PORT,
    clockOffset: data.CLOCK_OFFSET,
    mongodbUri: data.MONGODB_URI,
    razorpayKeyId: data.RAZORPAY_KEY_ID,
    smtpUrl: data.SMTP_URL,
    env: given,
  };
}

function isClockOffset(text: string): boolean {
  try {
    parseClockOffset(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
