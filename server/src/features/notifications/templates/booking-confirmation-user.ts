import { calendarAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { durationText, pageUrl, sessionUrl, timeRows } from './booking-details.ts';

const dayMs = 86_400_000;

/** To the customer, once the session is confirmed. */
export function bookingConfirmationUser(data: BookingMailData, context: MailContext): MailContent {
  const { brand, locale, now } = context;
  const { customer, expert } = data;
  const page = sessionUrl(brand.frontendUrl, data);
  const paid = data.paymentId !== null;
  const times = timeRows(data, { reader: customer, other: expert, locale });
  return {
    subject: `Your session with ${expert.name} is confirmed! 🎉`,
    preview: times
      .map(([, value]) => value)
      .slice(0, 2)
      .join(', '),
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: `Great news! Your session with ${expert.name} has been confirmed.` },
      {
        kind: 'details',
        title: 'Session details',
        rows: [
          ['Expert', expert.name],
          ...times,
          ['Duration', durationText(data.duration)],
          [paid ? 'Amount paid' : 'Amount', formatMoney(data.amountMinor, data.currency, locale)],
          ['Reference', data.reference],
        ],
      },
      {
        kind: 'steps',
        title: "What's next",
        items: [
          'Add it to your calendar: use the link below or open the attached file.',
          // Booked at shorter notice, the moment of the reminder has passed.
          ...(data.startsAt.getTime() - now.getTime() > dayMs ? ["You'll receive a reminder 24 hours before."] : []),
          'Join the session from your dashboard.',
        ],
      },
      {
        kind: 'buttons',
        items: [
          { label: 'Add to Calendar', url: page },
          { label: 'View in Dashboard', url: pageUrl(brand.frontendUrl, '/dashboard') },
          ...(paid ? [{ label: 'Download Receipt', url: page }] : []),
        ],
      },
    ],
    attachments: [calendarAttachment(data, { ...context, reader: 'customer' })],
  };
}
