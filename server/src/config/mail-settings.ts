import { z } from 'zod';
import type { MailSettings } from '../gateways/mail/create-transport.ts';
import { parseSender } from '../gateways/mail/message.ts';
import type { SettingProblem } from './read-settings.ts';

const templateIdSchema = z.string().regex(/^d-[0-9a-f]{32}$/, 'must be the id of a dynamic template, like d-…');

/** `session-reminder=d-…,booking-confirmation-user=d-…` */
const templatesSchema = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.split('=').map((part) => part.trim())))
  .pipe(
    z.array(
      z.tuple([z.string().regex(/^[a-z-]+$/, 'must name an email, like session-reminder=d-…'), templateIdSchema]),
    ),
  );

/** The variables that say how mail leaves the house. */
export const mailVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).optional(),
  SENDGRID_API_KEY: z.string().startsWith('SG.', 'must look like SG.…').optional(),
  SENDGRID_BOOKING_TEMPLATE_ID: templateIdSchema.optional(),
  SENDGRID_TEMPLATES: templatesSchema.optional(),
  RESEND_API_KEY: z.string().startsWith('re_', 'must look like re_…').optional(),
  EMAIL_FROM: z
    .string()
    .default('Serene Wellbeing <noreply@example.com>')
    .refine((text) => parseSender(text) !== null, 'must look like Serene Wellbeing <noreply@example.com>'),
};

type MailVariables = { [Name in keyof typeof mailVariables]: z.output<(typeof mailVariables)[Name]> };
type MailEnvironment = MailVariables & { NODE_ENV: string; ALLOW_INSECURE: readonly string[] };

/** What is wrong with the variables taken together. */
export function mailProblems(environment: Partial<MailVariables>): SettingProblem[] {
  const { SMTP_URL, SENDGRID_API_KEY, RESEND_API_KEY } = environment;
  const problems: SettingProblem[] = [];
  if (!SMTP_URL && !SENDGRID_API_KEY && !RESEND_API_KEY) {
    problems.push({ name: 'SMTP_URL', message: 'is required, or SENDGRID_API_KEY, or RESEND_API_KEY' });
  }
  if (SENDGRID_API_KEY && RESEND_API_KEY) {
    problems.push({ name: 'RESEND_API_KEY', message: 'cannot be set beside SENDGRID_API_KEY: one service delivers' });
  }
  for (const name of ['SENDGRID_BOOKING_TEMPLATE_ID', 'SENDGRID_TEMPLATES'] as const) {
    if (environment[name] && !SENDGRID_API_KEY)
      problems.push({ name, message: 'has no effect without SENDGRID_API_KEY' });
  }
  return problems;
}

/** Who delivers: a service where its key is set, else SMTP, which development always has. */
export function mailSettings(environment: MailEnvironment): MailSettings {
  const {
    SMTP_URL = '',
    SENDGRID_API_KEY,
    SENDGRID_BOOKING_TEMPLATE_ID,
    SENDGRID_TEMPLATES,
    RESEND_API_KEY,
    NODE_ENV,
    ALLOW_INSECURE,
  } = environment;
  if (RESEND_API_KEY) return { by: 'resend', apiKey: RESEND_API_KEY };
  if (!SENDGRID_API_KEY) {
    const requireTls = NODE_ENV === 'production' && !ALLOW_INSECURE.includes('mail');
    return { by: 'smtp', smtpUrl: SMTP_URL, requireTls };
  }
  const templates = {
    ...(SENDGRID_BOOKING_TEMPLATE_ID && { 'booking-confirmation-user': SENDGRID_BOOKING_TEMPLATE_ID }),
    ...Object.fromEntries(SENDGRID_TEMPLATES ?? []),
  };
  return { by: 'sendgrid', apiKey: SENDGRID_API_KEY, templates };
}
