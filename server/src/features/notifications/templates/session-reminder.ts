import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { durationText, sessionUrl } from './booking-details.ts';
import { reminderDay, reminderFooter } from './reminder-day.ts';

/** To the customer, ahead of the session. */
export function sessionReminder(data: BookingMailData, context: MailContext): MailContent {
  const { customer, expert } = data;
  const day = reminderDay(data, { reader: customer, other: expert, context });
  const page = sessionUrl(context.brand.frontendUrl, data);
  return {
    subject: `Reminder: Your session with ${expert.name} is ${day.when}`,
    preview: day.preview,
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: `This is a friendly reminder about your upcoming session with ${expert.name}.` },
      {
        kind: 'details',
        title: 'Your session',
        rows: [
          ...day.rows,
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
    footerLink: reminderFooter(context),
  };
}
