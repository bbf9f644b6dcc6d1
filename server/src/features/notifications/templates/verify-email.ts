import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { linkEnd, linkUrl, shortLinkEnd } from './mailed-link.ts';

/** To a new account: whoever reads this proves that the address is theirs. The page asks once more before it confirms. */
export function verifyEmail(data: LinkMailData, context: MailContext): MailContent {
  const { verifyEmail: words } = mailWords[context.locale.language];
  const end = linkEnd(data, context);
  return {
    subject: words.subject,
    preview: words.preview(shortLinkEnd(data, context)),
    to: null,
    blocks: [
      { kind: 'paragraph', text: words.text(context.brand.name) },
      { kind: 'buttons', items: [{ label: words.confirm, url: linkUrl('/verify-email', data, context) }] },
      { kind: 'paragraph', text: words.once(end) },
      { kind: 'paragraph', text: words.notYou },
    ],
    attachments: [],
  };
}
