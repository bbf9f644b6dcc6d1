import { z } from 'zod';
import type { MailSettings } from './gateways/mail/create-transport.ts';
import { isGstin } from './gstin.ts';
import { mailProblems, mailSettings, mailVariables } from './mail-settings.ts';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)).min(1));

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** The address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  PORT: port(4000),
  MONGODB_URI: z.string().min(1, 'is required, e.g. mongodb://localhost:27017/serene?replicaSet=rs0'),
  JWT_SECRET: z.string().refine((secret) => Buffer.byteLength(secret) >= 32, 'must have at least 32 bytes'),
  FRONTEND_URL: z.url().default('http://localhost:5173'),
  RAZORPAY_KEY_ID: z.string().regex(/^rzp_(test|live)_\w+$/, 'must look like rzp_live_…'),
  RAZORPAY_KEY_SECRET: z.string().min(1, 'is required'),
  RAZORPAY_WEBHOOK_SECRET: list,
  RAZORPAY_BASE_URL: z.url().default('https://api.razorpay.com'),
  ...mailVariables,
  SUPPORT_EMAIL: z.email().default('support@example.com'),
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
  INVOICE_SELLER_GSTIN: z.string().refine(isGstin, 'is no GSTIN').optional(),
  INVOICE_SAC_CODE: z
    .string()
    .regex(/^99\d{2,4}$/, 'must be a services accounting code like 998399')
    .default('998399'),
  INVOICE_GST_PERCENT: z.coerce.number().int().min(0).max(100).default(18),
  VIDEO_BASE_URL: z.url().default('https://meet.example.com'),
  HOLD_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
  REMINDER_OFFSETS: z
    .string()
    .default('24h,1h')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string().regex(/^\d+[mhd]$/, 'must look like 24h,1h')).min(1)),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  ROLE: z.enum(['api', 'worker', 'all']).default('all'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  CLOCK_OFFSET: z
    .string()
    .regex(/^[+-]?\d+[smhd]?$/, 'must look like +23h')
    .optional(),
  CLOCK_FILE: z.string().optional(),
});

const strictInProduction = environmentSchema.superRefine((environment, context) => {
  if (environment.INVOICE_SELLER_GSTIN !== undefined && environment.INVOICE_SELLER_ADDRESS.length === 0) {
    const message = 'is required on tax invoices, so with INVOICE_SELLER_GSTIN';
    context.addIssue({ code: 'custom', path: ['INVOICE_SELLER_ADDRESS'], message });
  }
  for (const { name, message } of mailProblems(environment)) {
    context.addIssue({ code: 'custom', path: [name], message });
  }
  if (environment.NODE_ENV !== 'production') return;
  const refuse = (name: string, message: string) => {
    context.addIssue({ code: 'custom', path: [name], message });
  };
  if (environment.RAZORPAY_KEY_ID.startsWith('rzp_test_sandbox')) refuse('RAZORPAY_KEY_ID', 'is the sandbox key');
  if (/^https?:\/\/(localhost|127\.)/.test(environment.RAZORPAY_BASE_URL))
    refuse('RAZORPAY_BASE_URL', 'is a local stand-in');
  if (environment.RATE_LIMITS === 'off') refuse('RATE_LIMITS', 'must be on');
  if (environment.CLOCK_OFFSET !== undefined) refuse('CLOCK_OFFSET', 'is for development only');
  if (environment.CLOCK_FILE !== undefined) refuse('CLOCK_FILE', 'is for development only');
  if (!environment.FRONTEND_URL.startsWith('https://')) refuse('FRONTEND_URL', 'must be https');
});

export type Config = z.infer<typeof environmentSchema> & { mail: MailSettings };

/**
 * Reads the environment. Empty variables count as absent.
 * @returns the typed configuration, or the list of everything that is wrong with it
 */
export function readConfig(environment: NodeJS.ProcessEnv): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = strictInProduction.safeParse(given);
  if (result.success) return { config: { ...result.data, mail: mailSettings(result.data) } };
  return {
    problems: result.error.issues.map((issue) =>
      issue.code === 'invalid_type'
        ? `${issue.path.join('.')} is required`
        : `${issue.path.join('.')} ${issue.message}`,
    ),
  };
}
