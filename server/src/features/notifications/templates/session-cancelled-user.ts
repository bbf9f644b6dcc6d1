import { cancellationAttachment } from '../calendar.ts';
import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, expertUrl, sessionUrl, timeRows } from './booking-details.ts';
import { refundRows, refundStarted, refundSubject } from './refund-texts.ts';

/** To the customer whose session will not take place, whoever cancelled it: what comes back, and how to go on (rule L2). */
export function sessionCancelledUser(data: EndedMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { cancelled, calendar, rows, buttons } = mailWords[locale.language];
  const { by, customer, expert, reason } = data;
  const paragraphs = [cancelled.text(by, expert.name), ...moneyText(data, locale)];
  // People know their own reasons.
  const reasonRows: [string, string][] = by === 'customer' || reason === null ? [] : [[rows.reason, reason]];
  return {
    subject: refundSubject(cancelled.subject(by, expert.name), data, locale),
    preview: paragraphs.join(' '),
    to: customer.name,
    blocks: [
      ...paragraphs.map((text): MailBlock => ({ kind: 'paragraph', text })),
      {
        kind: 'details',
        title: cancelled.details,
        rows: [
          [rows.expert, expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ...sessionRows(data, locale),
          ...reasonRows,
          ...refundRows(data, locale),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'paragraph', text: calendar.takesOut },
      {
        kind: 'buttons',
        items: [
          { label: buttons.bookAnother, url: expertUrl(brand.frontendUrl, expert) },
          { label: buttons.session, url: sessionUrl(brand.frontendUrl, data) },
        ],
      },
    ],
    attachments: [cancellationAttachment(data, { ...context, reader: 'customer' })],
  };
}

function moneyText(data: EndedMailData, locale: ReaderLocale): string[] {
  const { cancelled } = mailWords[locale.language];
  if (data.refundMinor > 0) return [refundStarted(data, locale)];
  if (data.returnedMinor > 0) return [cancelled.returnedBefore];
  const lateCustomer = data.by === 'customer' && data.amountMinor > 0;
  return lateCustomer ? [cancelled.noRefund] : [];
}
