import type { MailContent, MailContext } from '../layout/content.ts';
import type { RequestMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { durationText, sessionUrl, timeRows } from './booking-details.ts';

/** To the customer whose request waits for the expert's answer (rule L4). */
export function bookingRequestUser(data: RequestMailData, { brand, locale }: MailContext): MailContent {
  const { customer, expert } = data;
  const deadline = localStart(data.answerBy, { zone: customer.timezone, locale });
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  const paid = data.paymentId !== null;
  return {
    subject: `Your request to ${expert.name} was sent`,
    preview: `${expert.name} answers by ${deadline}.`,
    to: customer.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `Your request was sent. ${expert.name} answers by ${deadline} (${customer.timezone}).`,
      },
      {
        kind: 'paragraph',
        text: paid
          ? `Without a yes by then, the full ${amount} comes back by itself.`
          : 'Without a yes by then, the request ends by itself.',
      },
      {
        kind: 'details',
        title: 'What you asked for',
        rows: [
          ['Expert', expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ['Duration', durationText(data.duration)],
          [paid ? 'Amount paid' : 'Amount', amount],
          ['Reference', data.reference],
        ],
      },
      { kind: 'paragraph', text: 'The time is kept for you, and we will write to you as soon as there is an answer.' },
      { kind: 'buttons', items: [{ label: 'View request', url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}
