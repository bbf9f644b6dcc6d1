import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { durationText, sessionUrl, timeRows } from './booking-details.ts';

/** To the customer, after a session that took place (rule L4). */
export function reviewRequestUser(data: BookingMailData, { brand, locale }: MailContext): MailContent {
  const { customer, expert } = data;
  return {
    subject: `How was your session with ${expert.name}?`,
    preview: 'A rating from 1 to 5 and a few words help others to choose.',
    to: customer.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `We hope your session with ${expert.name} was a good one. A rating from 1 to 5 and, if you like, a few words help others to choose.`,
      },
      {
        kind: 'details',
        title: 'Your session',
        rows: [
          ['Expert', expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ['Duration', durationText(data.duration)],
          ['Reference', data.reference],
        ],
      },
      { kind: 'buttons', items: [{ label: 'Rate your session', url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}
