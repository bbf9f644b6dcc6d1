import type { MailContent, MailContext } from '../layout/content.ts';
import type { PasswordChangedMailData } from '../mail-data.ts';
import { localMoment } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { pageUrl } from './booking-details.ts';

/** To the owner of an account whose password was changed: what to do if it was somebody else. Greets without a name. */
export function passwordChanged(
  { changedAt, reader }: PasswordChangedMailData,
  { brand, locale }: MailContext,
): MailContent {
  const { passwordChanged: words } = mailWords[locale.language];
  return {
    subject: words.subject,
    preview: words.preview,
    to: null,
    blocks: [
      { kind: 'paragraph', text: words.text(brand.name, localMoment(changedAt, { zone: reader.timezone, locale })) },
      { kind: 'paragraph', text: words.ended },
      { kind: 'paragraph', text: words.notYou },
      { kind: 'buttons', items: [{ label: words.button, url: pageUrl(brand.frontendUrl, '/forgot-password') }] },
    ],
    attachments: [],
  };
}
