import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, pageUrl, sessionUrl } from './booking-details.ts';
import { reminderDay, reminderFooter } from './reminder-day.ts';

/** To the expert, ahead of the session (rule E1). */
export function sessionReminderExpert(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { reminder, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const day = reminderDay(data, { reader: expert, other: customer, context });
  return {
    subject: day.subject,
    preview: day.preview,
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text: reminder.text(customer.name) },
      {
        kind: 'details',
        title: rows.client,
        rows: [[rows.name, customer.name], ...day.rows, ...sessionRows(data, locale), [rows.reference, data.reference]],
      },
      {
        kind: 'buttons',
        items: [
          { label: day.isToday ? buttons.join : buttons.session, url: sessionUrl(brand.frontendUrl, data) },
          { label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: [],
    footerLink: reminderFooter(context),
  };
}
