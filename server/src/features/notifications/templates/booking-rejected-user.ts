import type { MailContent, MailContext } from '../layout/content.ts';
import type { EndedMailData } from '../mail-data.ts';
import { durationText, expertUrl, timeRows } from './booking-details.ts';
import { refundRows, refundStarted, refundSubject } from './refund-words.ts';

/** To the customer whose request was declined, or not answered in time: everything comes back (rule L4). */
export function bookingRejectedUser(data: EndedMailData, { brand, locale }: MailContext): MailContent {
  const { customer, expert } = data;
  const { subject, text } = data.by === 'system' ? unanswered(expert.name) : declined(expert.name);
  const refund = data.refundMinor === 0 ? [] : [refundStarted(data, locale)];
  return {
    subject: `${subject}${refundSubject(data, locale)}`,
    preview: [text, ...refund].join(' '),
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text },
      ...refund.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
      {
        kind: 'details',
        title: 'What you had asked for',
        rows: [
          ['Expert', expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ['Duration', durationText(data.duration)],
          ...(data.reason === null ? [] : [['Reason', data.reason] satisfies [string, string]]),
          ...refundRows(data, locale),
          ['Reference', data.reference],
        ],
      },
      { kind: 'buttons', items: [{ label: 'Choose another time', url: expertUrl(brand.frontendUrl, expert) }] },
    ],
    attachments: [],
  };
}

const declined = (expert: string) => ({
  subject: `Your request to ${expert} was declined`,
  text: `${expert} cannot take the session you asked for.`,
});

const unanswered = (expert: string) => ({
  subject: `${expert} did not answer in time`,
  text: `${expert} did not answer your request in time, so it has ended.`,
});
