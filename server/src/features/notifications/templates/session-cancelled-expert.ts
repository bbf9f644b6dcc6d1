import { cancellationAttachment } from '../calendar.ts';
import type { MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localStart } from '../when.ts';
import { durationText, pageUrl, timeRows } from './booking-details.ts';

/** To the expert whose session will not take place, whoever cancelled it (rule L2). */
export function sessionCancelledExpert(data: EndedMailData, context: MailContext): MailContent {
  const { customer, expert } = data;
  const { locale } = context;
  const { subject, text } = whatHappened(data, locale);
  return {
    subject,
    preview: text,
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text },
      {
        kind: 'details',
        title: 'The cancelled session',
        rows: [
          ['Name', customer.name],
          ...timeRows(data, { reader: expert, other: customer, locale }),
          ['Duration', durationText(data.duration)],
          ...reasonRows(data),
          ...notEarnedRows(data, locale),
          ['Reference', data.reference],
        ],
      },
      { kind: 'paragraph', text: 'The attached file takes it out of your calendar.' },
      {
        kind: 'buttons',
        items: [{ label: 'View in Dashboard', url: pageUrl(context.brand.frontendUrl, '/expert/dashboard') }],
      },
    ],
    attachments: [cancellationAttachment(data, { ...context, reader: 'expert' })],
  };
}

function whatHappened(
  { by, customer, expert, startsAt }: EndedMailData,
  locale: ReaderLocale,
): { subject: string; text: string } {
  if (by === 'expert') {
    return {
      subject: `You cancelled the session with ${customer.name}`,
      text: `You cancelled the session with ${customer.name}, and we told ${customer.name}. The time can be booked again; to keep it free, add it to your time off.`,
    };
  }
  const start = localStart(startsAt, { zone: expert.timezone, locale });
  return by === 'customer'
    ? {
        subject: `${customer.name} cancelled: ${start}`,
        text: `${customer.name} cancelled their session with you. The time can be booked again.`,
      }
    : {
        subject: `Session with ${customer.name} cancelled: ${start}`,
        text: `Your session with ${customer.name} had to be cancelled, and we told ${customer.name}. The time can be booked again.`,
      };
}

/** People know their own reasons. */
function reasonRows({ by, reason }: EndedMailData): [string, string][] {
  return by === 'expert' || reason === null ? [] : [['Reason', reason]];
}

function notEarnedRows({ refundMinor, currency }: EndedMailData, locale: ReaderLocale): [string, string][] {
  return refundMinor === 0 ? [] : [['Amount not earned', formatMoney(refundMinor, currency, locale)]];
}
