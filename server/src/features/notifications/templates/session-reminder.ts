import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { localTime, relativeDay } from '../when.ts';
import { durationText, sessionUrl, timeRows } from './booking-details.ts';

/**
 * To the customer, ahead of the session. A mail for early tomorrow may be read, or sent after a retry, when tomorrow
 * has begun: the subject says "tomorrow" only if that is so for the reader at the moment of sending (rule E1).
 */
export function sessionReminder(data: BookingMailData, { brand, now }: MailContext): MailContent {
  const { customer, expert } = data;
  const { date, start, time, zone } = localTime(data, customer.timezone);
  const day = relativeDay(data.startsAt, { now, zone: customer.timezone });
  const when = { today: `today at ${start}`, tomorrow: 'tomorrow', other: `on ${date} at ${start}` }[day];
  const prefix = { today: 'Today, ', tomorrow: 'Tomorrow, ', other: '' }[day];
  const page = sessionUrl(brand.frontendUrl, data);
  const [, ...otherRows] = timeRows(data, customer, expert);
  return {
    subject: `Reminder: Your session with ${expert.name} is ${when}`,
    preview: `${prefix}${date}, ${time}, ${zone}`,
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: `This is a friendly reminder about your upcoming session with ${expert.name}.` },
      {
        kind: 'details',
        title: 'Your session',
        rows: [
          ['Date', `${prefix}${date}`],
          ...otherRows,
          ['Expert', expert.name],
          ['Duration', durationText(data.duration)],
          ['Reference', data.reference],
        ],
      },
      { kind: 'paragraph', text: 'Prepare now, and when it is time, join from the same page.' },
      {
        kind: 'buttons',
        items: [
          { label: 'Prepare for Session', url: page },
          { label: 'Join Now', url: page },
        ],
      },
      { kind: 'paragraph', text: 'Need to reschedule? Contact us as soon as you can.' },
    ],
    attachments: [],
  };
}
