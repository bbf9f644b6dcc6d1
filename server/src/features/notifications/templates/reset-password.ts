import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { linkMail } from './mailed-link.ts';

/** To an address whose password somebody says to have forgotten. */
export function resetPassword(data: LinkMailData, context: MailContext): MailContent {
  return linkMail({ words: 'resetPassword', path: '/reset-password' }, data, context);
}
