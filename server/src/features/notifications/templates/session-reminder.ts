import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, sessionUrl } from './booking-details.ts';
import { reminderDay, reminderFooter } from './reminder-day.ts';

/** To the customer, ahead of the session. */
export function sessionReminder(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { reminder, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const day = reminderDay(data, { reader: customer, other: expert, context });
  const page = sessionUrl(brand.frontendUrl, data);
  return {
    subject: day.subject,
    preview: day.preview,
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: reminder.text(expert.name) },
      {
        kind: 'details',
        title: rows.yourSession,
        rows: [...day.rows, [rows.expert, expert.name], ...sessionRows(data, locale), [rows.reference, data.reference]],
      },
      { kind: 'paragraph', text: reminder.prepare },
      {
        kind: 'buttons',
        items: [
          { label: buttons.prepare, url: page },
          // A day ahead there is nothing to join yet.
          ...(day.isToday ? [{ label: buttons.join, url: page }] : []),
        ],
      },
      { kind: 'paragraph', text: day.isToday ? reminder.rescheduleSoon : reminder.reschedule },
    ],
    attachments: [],
    footerLink: reminderFooter(context),
  };
}
