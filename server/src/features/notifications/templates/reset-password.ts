import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { linkEnd, linkUrl } from './mailed-link.ts';

/** To an address whose password somebody says to have forgotten. */
export function resetPassword(data: LinkMailData, context: MailContext): MailContent {
  const { brand } = context;
  return {
    subject: 'Choose a new password',
    preview: `The link works once, until ${linkEnd(data)}. If you did not ask for it, nothing changes.`,
    to: data.reader.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `Somebody asked for a new password of your account with ${brand.name}. If it was you, choose one here:`,
      },
      { kind: 'buttons', items: [{ label: 'Choose a new password', url: linkUrl('/reset-password', data, context) }] },
      {
        kind: 'paragraph',
        text: `The link works once, until ${linkEnd(data)}. A new password ends all sign-ins, on every device.`,
      },
      {
        kind: 'paragraph',
        text: 'If it was not you, leave this mail alone and show it to nobody: your password stays as it is.',
      },
    ],
    attachments: [],
  };
}
