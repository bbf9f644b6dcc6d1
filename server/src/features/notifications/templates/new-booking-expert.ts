import { calendarAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, sessionRows, pageUrl, timePreview, timeRows, toldRows } from './booking-details.ts';

/** To the expert, once a session with them is confirmed. */
export function newBookingExpert(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { newBooking, rows, buttons, calendar } = mailWords[locale.language];
  const { customer, expert } = data;
  const times = timeRows(data, { reader: expert, other: customer, locale });
  return {
    subject: newBooking.subject(customer.name),
    preview: timePreview(times),
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text: newBooking.text },
      {
        kind: 'details',
        title: rows.client,
        rows: [
          [rows.name, customer.name],
          ...times,
          ...sessionRows(data, locale),
          amountRow(data, { isPaid: false, locale }),
          ...toldRows(data, locale),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'paragraph', text: calendar.adds },
      {
        kind: 'buttons',
        items: [{ label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/expert/dashboard') }],
      },
    ],
    attachments: [calendarAttachment(data, { ...context, reader: 'expert' })],
  };
}
