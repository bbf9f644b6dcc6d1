import { z } from 'zod';
import type { MailSettings } from '../gateways/mail/create-transport.ts';
import { isGstin } from './gstin.ts';
import { mailProblems, mailSettings, mailVariables } from './mail-settings.ts';
import { listOf, oneOf, port, webAddress, wholeNumber } from './kinds.ts';
import { productionProblems } from './production-rules.ts';
import { isComplete, readSettings } from './read-settings.ts';

const variables = {
  NODE_ENV: oneOf('development', 'production', 'test').default('development'),
  /** The address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  PORT: port().default(4000),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must look like mongodb://localhost:27017/serene?replicaSet=rs0'),
  JWT_SECRET: z.string().refine((secret) => Buffer.byteLength(secret) >= 32, 'must have at least 32 bytes'),
  FRONTEND_URL: webAddress().default('http://localhost:5173'),
  RAZORPAY_KEY_ID: z.string().regex(/^rzp_(test|live)_\w+$/, 'must look like rzp_live_…'),
  RAZORPAY_KEY_SECRET: z.string(),
  RAZORPAY_WEBHOOK_SECRET: listOf(z.string().min(1, 'must be one secret, or several separated by commas')),
  RAZORPAY_BASE_URL: webAddress().default('https://api.razorpay.com'),
  ...mailVariables,
  SUPPORT_EMAIL: z.email('must be an email address').default('support@example.com'),
  BRAND_NAME: z.string().default('Serene Wellbeing'),
  INVOICE_SELLER_NAME: z.string().optional(),
  INVOICE_SELLER_ADDRESS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(';')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  INVOICE_SELLER_GSTIN: z.string().refine(isGstin, 'must be a GSTIN of 15 characters, like 29AAAAA0000A1ZY').optional(),
  INVOICE_SAC_CODE: z
    .string()
    .regex(/^99\d{2,4}$/, 'must be a services accounting code like 998399')
    .default('998399'),
  INVOICE_GST_PERCENT: wholeNumber(0, 100).default(18),
  VIDEO_BASE_URL: webAddress().default('https://meet.example.com'),
  HOLD_MINUTES: wholeNumber(1, 60).default(10),
  REMINDER_OFFSETS: listOf(z.string().regex(/^\d+[mhd]$/, 'must look like 24h,1h')).default(['24h', '1h']),
  /** Off while an older release still runs beside this one, and session types are not listed yet (rule N3). */
  MARKETPLACE: oneOf('on', 'off').default('off'),
  RATE_LIMITS: oneOf('on', 'off').default('on'),
  ROLE: oneOf('api', 'worker', 'all').default('all'),
  DRAIN_SECONDS: wholeNumber(0, 60).default(1),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  /** What production may reach without TLS, or without a user and password. */
  ALLOW_INSECURE: listOf(oneOf('database', 'mail')).default([]),
  CLOCK_OFFSET: z
    .string()
    .regex(/^[+-]?\d+[smhd]?$/, 'must look like +23h')
    .optional(),
  CLOCK_FILE: z.string().optional(),
};

type Environment = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> };
export type Config = Environment & { mail: MailSettings };

/**
 * Reads the environment. Empty variables count as absent.
 * @returns the typed configuration, or the list of everything that is wrong with it
 */
export function readConfig(environment: NodeJS.ProcessEnv): { config: Config } | { problems: string[] } {
  const read = readSettings(variables, environment);
  const known = new Set(read.problems.map(({ name }) => name));
  // About a setting that cannot be read there is no more to say.
  const further = [...togetherProblems(read.values), ...mailProblems(read.values), ...productionProblems(read.values)];
  read.problems.push(...further.filter(({ name }) => !known.has(name)));
  if (isComplete(read)) return { config: { ...read.values, mail: mailSettings(read.values) } };
  return { problems: read.problems.map(({ name, message }) => `${name} ${message}`) };
}

/** What is wrong with settings taken together. */
function togetherProblems({ INVOICE_SELLER_GSTIN, INVOICE_SELLER_ADDRESS }: Partial<Environment>) {
  if (INVOICE_SELLER_GSTIN === undefined || INVOICE_SELLER_ADDRESS?.length !== 0) return [];
  const message = 'is required on tax invoices, so with INVOICE_SELLER_GSTIN';
  return [{ name: 'INVOICE_SELLER_ADDRESS', message }];
}
