import { cancellationAttachment } from '../calendar.ts';
import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { durationText, expertUrl, sessionUrl, timeRows } from './booking-details.ts';
import { refundRows, refundStarted, refundSubject } from './refund-words.ts';

/** To the customer whose session will not take place, whoever cancelled it: what comes back, and how to go on (rule L2). */
export function sessionCancelledUser(data: EndedMailData, context: MailContext): MailContent {
  const { locale } = context;
  const { frontendUrl } = context.brand;
  const { customer, expert } = data;
  const { subject, text } = whatHappened(data);
  const money = moneyText(data, locale);
  return {
    subject: `${subject}${refundSubject(data, locale)}`,
    preview: [text, ...money].join(' '),
    to: customer.name,
    blocks: [
      ...[text, ...money].map((paragraph): MailBlock => ({ kind: 'paragraph', text: paragraph })),
      {
        kind: 'details',
        title: 'The cancelled session',
        rows: [
          ['Expert', expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ['Duration', durationText(data.duration)],
          ...reasonRows(data),
          ...refundRows(data, locale),
          ['Reference', data.reference],
        ],
      },
      { kind: 'paragraph', text: 'The attached file takes it out of your calendar.' },
      {
        kind: 'buttons',
        items: [
          { label: 'Book another time', url: expertUrl(frontendUrl, expert) },
          { label: 'View session', url: sessionUrl(frontendUrl, data) },
        ],
      },
    ],
    attachments: [cancellationAttachment(data, { ...context, reader: 'customer' })],
  };
}

function whatHappened({ by, expert }: EndedMailData): { subject: string; text: string } {
  if (by === 'customer') {
    return {
      subject: `Your session with ${expert.name} is cancelled`,
      text: `You cancelled your session with ${expert.name}. We told ${expert.name} too.`,
    };
  }
  if (by === 'expert') {
    return {
      subject: `${expert.name} had to cancel your session`,
      text: `We are sorry: ${expert.name} had to cancel your session.`,
    };
  }
  return {
    subject: `Your session with ${expert.name} was cancelled`,
    text: `We are sorry: your session with ${expert.name} had to be cancelled.`,
  };
}

function moneyText(data: EndedMailData, locale: ReaderLocale): string[] {
  if (data.refundMinor > 0) return [refundStarted(data, locale)];
  if (data.returnedMinor > 0) return ['What you paid has been returned before, so nothing more is due.'];
  const lateCustomer = data.by === 'customer' && data.amountMinor > 0;
  return lateCustomer ? ['By the terms you booked under, this cancellation brings no refund.'] : [];
}

/** People know their own reasons. */
function reasonRows({ by, reason }: EndedMailData): [string, string][] {
  return by === 'customer' || reason === null ? [] : [['Reason', reason]];
}
