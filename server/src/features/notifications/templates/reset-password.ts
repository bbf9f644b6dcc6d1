import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { linkEnd, linkUrl, shortLinkEnd } from './mailed-link.ts';

/** To an address whose password somebody says to have forgotten. */
export function resetPassword(data: LinkMailData, context: MailContext): MailContent {
  const { resetPassword: words } = mailWords[context.locale.language];
  const end = linkEnd(data, context);
  return {
    subject: words.subject,
    preview: words.preview(shortLinkEnd(data, context)),
    to: null,
    blocks: [
      { kind: 'paragraph', text: words.text(context.brand.name) },
      { kind: 'buttons', items: [{ label: words.subject, url: linkUrl('/reset-password', data, context) }] },
      { kind: 'paragraph', text: words.once(end) },
      { kind: 'paragraph', text: words.notYou },
    ],
    attachments: [],
  };
}
