import { spokenDistance } from '@serene/shared/lifecycle';
import { calendarAttachment } from '../calendar.ts';
import type { CalendarFileUrl, MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, sessionRows, pageUrl, sessionUrl, timePreview, timeRows } from './booking-details.ts';

/** To the customer, once the session is confirmed. */
export function bookingConfirmationUser(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale, remindersBefore: [reminder] = [], calendarFileUrl } = context;
  const { confirmed, rows, buttons, calendar } = mailWords[locale.language];
  const { customer, expert } = data;
  const page = sessionUrl(brand.frontendUrl, data);
  const isPaid = data.paymentId !== null;
  const times = timeRows(data, { reader: customer, other: expert, locale });
  return {
    subject: confirmed.subject(expert.name),
    preview: timePreview(times),
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: confirmed.text(expert.name) },
      {
        kind: 'details',
        title: rows.session,
        rows: [
          [rows.expert, expert.name],
          ...times,
          ...sessionRows(data, locale),
          amountRow(data, { isPaid, locale }),
          [rows.reference, data.reference],
        ],
      },
      {
        kind: 'steps',
        title: confirmed.next,
        items: [
          confirmed.addToCalendar,
          ...(reminder === undefined ? [] : [confirmed.reminder(spokenDistance(reminder))]),
          confirmed.join,
        ],
      },
      {
        kind: 'buttons',
        items: [
          {
            label: buttons.calendar,
            url: calendarFileUrl?.({ sessionId: data.sessionId, reader: 'customer' }) ?? page,
          },
          { label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/dashboard') },
          ...(isPaid ? [{ label: buttons.receipt, url: `${page}?receipt=1` }] : []),
        ],
      },
      ...(calendarFileUrl ? [calendarsOnTheWeb(data, calendarFileUrl, calendar.onTheWeb)] : []),
    ],
    attachments: [calendarAttachment(data, { ...context, reader: 'customer' })],
  };
}

/** For those who have no use for a file. */
function calendarsOnTheWeb({ sessionId }: BookingMailData, url: CalendarFileUrl, title: string): MailBlock {
  const file = { sessionId, reader: 'customer' } as const;
  return {
    kind: 'links',
    title,
    items: [
      { label: 'Google Calendar', url: url(file, 'google') },
      { label: 'Outlook.com', url: url(file, 'outlook') },
      { label: 'Microsoft 365', url: url(file, 'office365') },
    ],
  };
}
