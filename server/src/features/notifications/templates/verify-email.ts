import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { linkEnd, linkUrl } from './mailed-link.ts';

/** To a new account: whoever reads this proves that the address is theirs. The page asks once more before it confirms. */
export function verifyEmail(data: LinkMailData, context: MailContext): MailContent {
  const { brand } = context;
  return {
    subject: 'Confirm your e-mail address',
    preview: `One press confirms that this address is yours. The link works until ${linkEnd(data)}.`,
    to: data.reader.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `You have an account with ${brand.name}. Confirm that this address is yours, so that news of your sessions reaches you and nobody else.`,
      },
      { kind: 'buttons', items: [{ label: 'Confirm this address', url: linkUrl('/verify-email', data, context) }] },
      {
        kind: 'paragraph',
        text: `The link works once, until ${linkEnd(data)}. You can ask for a new one on your dashboard.`,
      },
      {
        kind: 'paragraph',
        text: 'If you have not made an account, somebody may have mistyped their address. Leave this mail alone: without your press the address stays unconfirmed.',
      },
    ],
    attachments: [],
  };
}
