import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, sessionUrl, timeRows } from './booking-details.ts';

/** To the customer, after a session that took place (rule L4). */
export function reviewRequestUser(data: BookingMailData, { brand, locale }: MailContext): MailContent {
  const { review, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  return {
    subject: review.subject(expert.name),
    preview: review.preview,
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: review.text(expert.name) },
      {
        kind: 'details',
        title: rows.yourSession,
        rows: [
          [rows.expert, expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ...sessionRows(data, locale),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'buttons', items: [{ label: buttons.rate, url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}
