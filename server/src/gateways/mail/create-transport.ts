import type { Correspondents } from './message.ts';
import type { MailTransport } from './port.ts';
import { createResendTransport } from './resend.ts';
import { createSendGridTransport } from './sendgrid.ts';
import { createSmtpTransport } from './smtp.ts';

/** Who delivers mail, as configured. */
export type MailSettings =
  | { by: 'smtp'; smtpUrl: string; requireTls: boolean }
  | { by: 'sendgrid'; apiKey: string; templates: Readonly<Record<string, string>> }
  | { by: 'resend'; apiKey: string };

/** The configured way out for mail. */
export function createMailTransport(settings: MailSettings, correspondents: Correspondents): MailTransport {
  if (settings.by === 'sendgrid') return createSendGridTransport({ ...settings, ...correspondents });
  if (settings.by === 'resend') return createResendTransport({ ...settings, ...correspondents });
  return createSmtpTransport({ ...settings, ...correspondents });
}
