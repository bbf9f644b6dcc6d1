import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { linkMail } from './mailed-link.ts';

/** To a new account: whoever reads this proves that the address is theirs. The page asks once more before it confirms. */
export function verifyEmail(data: LinkMailData, context: MailContext): MailContent {
  return linkMail({ words: 'verifyEmail', path: '/verify-email' }, data, context);
}
