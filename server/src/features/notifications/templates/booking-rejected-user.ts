import type { MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, expertUrl, timeRows } from './booking-details.ts';
import { refundRows, refundStarted, refundSubject } from './refund-texts.ts';

/** To the customer whose request was declined, or not answered in time: everything comes back (rule L4). */
export function bookingRejectedUser(data: EndedMailData, { brand, locale }: MailContext): MailContent {
  const { rejected, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const text = rejected.text(data.by, expert.name);
  const refund = data.refundMinor === 0 ? [] : [refundStarted(data, locale)];
  return {
    subject: refundSubject(rejected.subject(data.by, expert.name), data, locale),
    preview: [text, ...refund].join(' '),
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text },
      ...refund.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
      {
        kind: 'details',
        title: rejected.details,
        rows: [
          [rows.expert, expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ...sessionRows(data, locale),
          ...(data.reason === null ? [] : [[rows.reason, data.reason] satisfies [string, string]]),
          ...refundRows(data, locale),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'buttons', items: [{ label: buttons.chooseAnother, url: expertUrl(brand.frontendUrl, expert) }] },
    ],
    attachments: [],
  };
}
