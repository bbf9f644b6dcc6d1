import { calendarAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { durationText, pageUrl, timeRows } from './booking-details.ts';

/** To the expert, once a session with them is confirmed. */
export function newBookingExpert(data: BookingMailData, context: MailContext): MailContent {
  const { customer, expert } = data;
  const { locale } = context;
  const times = timeRows(data, { reader: expert, other: customer, locale });
  return {
    subject: `New Booking Alert - ${customer.name} 📅`,
    preview: times
      .map(([, value]) => value)
      .slice(0, 2)
      .join(', '),
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text: 'You have a new session booking!' },
      {
        kind: 'details',
        title: 'Client details',
        rows: [
          ['Name', customer.name],
          ...times,
          ['Duration', durationText(data.duration)],
          ['Amount', formatMoney(data.amountMinor, data.currency, locale)],
          ['Reference', data.reference],
        ],
      },
      { kind: 'paragraph', text: 'The attached file adds the session to your calendar.' },
      {
        kind: 'buttons',
        items: [{ label: 'View in Dashboard', url: pageUrl(context.brand.frontendUrl, '/expert/dashboard') }],
      },
    ],
    attachments: [calendarAttachment(data, { ...context, reader: 'expert' })],
  };
}
