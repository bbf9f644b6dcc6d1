import { cancellationAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, pageUrl, timeRows } from './booking-details.ts';

/** To the expert whose session will not take place, whoever cancelled it (rule L2). */
export function sessionCancelledExpert(data: EndedMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { expertCancelled, cancelled, calendar, rows, buttons } = mailWords[locale.language];
  const { by, customer, expert, reason, refundMinor } = data;
  const start = localStart(data.startsAt, { zone: expert.timezone, locale });
  const text = expertCancelled.text(by, customer.name);
  // People know their own reasons.
  const reasonRows: [string, string][] = by === 'expert' || reason === null ? [] : [[rows.reason, reason]];
  const notEarned: [string, string] = [expertCancelled.notEarned, formatMoney(refundMinor, data.currency, locale)];
  return {
    subject: expertCancelled.subject(by, { customer: customer.name, start }),
    preview: text,
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text },
      {
        kind: 'details',
        title: cancelled.details,
        rows: [
          [rows.name, customer.name],
          ...timeRows(data, { reader: expert, other: customer, locale }),
          ...sessionRows(data, locale),
          ...reasonRows,
          ...(refundMinor === 0 ? [] : [notEarned]),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'paragraph', text: calendar.takesOut },
      {
        kind: 'buttons',
        items: [{ label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/expert/dashboard') }],
      },
    ],
    attachments: [cancellationAttachment(data, { ...context, reader: 'expert' })],
  };
}
