import { calendarAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, durationRow, pageUrl, sessionUrl, timePreview, timeRows } from './booking-details.ts';

const dayMs = 86_400_000;

/** To the customer, once the session is confirmed. */
export function bookingConfirmationUser(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale, now, calendarFileUrl } = context;
  const { confirmed, rows, buttons } = mailWords[locale.language];
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
          durationRow(data, locale),
          amountRow(data, { isPaid, locale }),
          [rows.reference, data.reference],
        ],
      },
      {
        kind: 'steps',
        title: confirmed.next,
        items: [
          confirmed.addToCalendar,
          // Booked at shorter notice, the moment of the reminder has passed.
          ...(data.startsAt.getTime() - now.getTime() > dayMs ? [confirmed.reminder] : []),
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
    ],
    attachments: [calendarAttachment(data, { ...context, reader: 'customer' })],
  };
}
