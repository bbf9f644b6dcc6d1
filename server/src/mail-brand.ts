import type { Config } from './config.ts';
import type { MailBrand } from './features/notifications/index.ts';

/** What mails and calendar files say about this installation. */
export function mailBrand(config: Config): MailBrand {
  return { name: config.BRAND_NAME, supportEmail: config.SUPPORT_EMAIL, frontendUrl: config.FRONTEND_URL };
}
