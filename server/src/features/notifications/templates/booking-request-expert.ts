import type { MailContent, MailContext } from '../layout/content.ts';
import type { RequestMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { durationText, pageUrl, sessionUrl, timeRows } from './booking-details.ts';

/** To the expert who has a request to answer (rule L4). */
export function bookingRequestExpert(data: RequestMailData, { brand, locale }: MailContext): MailContent {
  const { customer, expert } = data;
  const deadline = localStart(data.answerBy, { zone: expert.timezone, locale });
  return {
    subject: `${customer.name} asks for a session: answer by ${deadline}`,
    preview: timeRows(data, { reader: expert, other: customer, locale })
      .map(([, value]) => value)
      .slice(0, 2)
      .join(', '),
    to: expert.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `${customer.name} asks for a session with you. Accept or decline it by ${deadline} (${expert.timezone}); after that it counts as declined and the time is free again.`,
      },
      {
        kind: 'details',
        title: 'Client details',
        rows: [
          ['Name', customer.name],
          ...timeRows(data, { reader: expert, other: customer, locale }),
          ['Duration', durationText(data.duration)],
          ['Amount', formatMoney(data.amountMinor, data.currency, locale)],
          ['Reference', data.reference],
        ],
      },
      {
        kind: 'buttons',
        items: [
          { label: 'Accept or decline', url: sessionUrl(brand.frontendUrl, data) },
          { label: 'View in Dashboard', url: pageUrl(brand.frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: [],
  };
}
