import type { Config } from './config.ts';
import type { MailBrand } from '../features/notifications/index.ts';
import { parseSender } from '../gateways/mail/message.ts';

/** What mails and calendar files say about this installation. */
export function mailBrand(config: Config): MailBrand {
  const { BRAND_NAME, SUPPORT_EMAIL, EMAIL_FROM, FRONTEND_URL } = config;
  const senderEmail = parseSender(EMAIL_FROM)?.email ?? SUPPORT_EMAIL;
  return { name: BRAND_NAME, supportEmail: SUPPORT_EMAIL, senderEmail, frontendUrl: FRONTEND_URL };
}
