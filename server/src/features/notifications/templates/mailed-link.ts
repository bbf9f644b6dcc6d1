import type { MailContent, MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { localMoment, localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { pageUrl } from './booking-details.ts';

type LinkMail = { words: 'verifyEmail' | 'resetPassword'; path: string };

/** A mail that is all about its link: it greets without a name, since nobody has proved whose the address is. */
export function linkMail({ words, path }: LinkMail, data: LinkMailData, context: MailContext): MailContent {
  const { subject, preview, text, button, once, notYou } = mailWords[context.locale.language][words];
  return {
    subject,
    preview: preview(shortLinkEnd(data, context)),
    to: null,
    blocks: [
      { kind: 'paragraph', text: text(context.brand.name) },
      { kind: 'buttons', items: [{ label: button, url: linkUrl(path, data, context) }] },
      { kind: 'paragraph', text: once(linkEnd(data, context)) },
      { kind: 'paragraph', text: notYou },
    ],
    attachments: [],
  };
}

/**
 * A page of the web app with the token of a link, which is made as the mail is sent. Browsers send what stands behind the
 * `#` to no server, so no log and no `Referer` holds it.
 */
function linkUrl(path: string, { linkId }: LinkMailData, { brand, tokenOf }: MailContext): string {
  return pageUrl(brand.frontendUrl, `${path}#token=${encodeURIComponent(tokenOf(linkId))}`);
}

/** `Friday, 16 January 2026, 03:00 Eastern Standard Time (America/New_York)`: until when a link works. */
function linkEnd({ expiresAt, reader }: LinkMailData, { locale }: MailContext): string {
  return localMoment(expiresAt, { zone: reader.timezone, locale });
}

/** The same without the name of the zone, for the line beside the subject, which is cut off behind 200 characters. */
function shortLinkEnd({ expiresAt, reader }: LinkMailData, { locale }: MailContext): string {
  return `${localStart(expiresAt, { zone: reader.timezone, locale })} (${reader.timezone})`;
}
