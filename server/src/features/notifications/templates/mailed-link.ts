import type { MailContext } from '../layout/content.ts';
import type { LinkMailData } from '../mail-data.ts';
import { localStart, localTime } from '../when.ts';
import { pageUrl } from './booking-details.ts';

/** A page of the web app with the token of a link, which is made as the mail is sent. */
export function linkUrl(path: string, { linkId }: LinkMailData, { brand, tokenOf }: MailContext): string {
  return pageUrl(brand.frontendUrl, `${path}?token=${encodeURIComponent(tokenOf(linkId))}`);
}

/** `Friday, 16 January 2026, 03:00 Eastern Standard Time (America/New_York)`: until when a link works. */
export function linkEnd({ expiresAt, reader }: LinkMailData, { locale }: MailContext): string {
  const interval = { startsAt: expiresAt, endsAt: expiresAt };
  const { date, start, zone } = localTime(interval, { zone: reader.timezone, locale });
  return `${date}, ${start} ${zone}`;
}

/** The same without the name of the zone, for the line beside the subject, which is cut off behind 200 characters. */
export function shortLinkEnd({ expiresAt, reader }: LinkMailData, { locale }: MailContext): string {
  return `${localStart(expiresAt, { zone: reader.timezone, locale })} (${reader.timezone})`;
}
