import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { durationText, pageUrl, sessionUrl } from './booking-details.ts';
import { reminderDay, reminderFooter } from './reminder-day.ts';

/** To the expert, ahead of the session (rule E1). */
export function sessionReminderExpert(data: BookingMailData, context: MailContext): MailContent {
  const { customer, expert } = data;
  const { frontendUrl } = context.brand;
  const day = reminderDay(data, { reader: expert, other: customer, context });
  return {
    subject: `Reminder: Your session with ${customer.name} is ${day.when}`,
    preview: day.preview,
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text: `This is a friendly reminder about your upcoming session with ${customer.name}.` },
      {
        kind: 'details',
        title: 'Client details',
        rows: [
          ['Name', customer.name],
          ...day.rows,
          ['Duration', durationText(data.duration)],
          ['Reference', data.reference],
        ],
      },
      {
        kind: 'buttons',
        items: [
          { label: 'Join Now', url: sessionUrl(frontendUrl, data) },
          { label: 'View in Dashboard', url: pageUrl(frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: [],
    footerLink: reminderFooter(context),
  };
}
