import type { MailContent, MailContext } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import { localStart } from '../when.ts';
import { pageUrl, sessionUrl } from './booking-details.ts';
import { movedAttachments, movedBlocks } from './moved-session.ts';

/** To the expert whose session takes place at another time (rule L3). */
export function sessionMovedExpert(data: MovedMailData, context: MailContext): MailContent {
  const { locale } = context;
  const { frontendUrl } = context.brand;
  const { customer, expert } = data;
  const start = localStart(data.startsAt, { zone: expert.timezone, locale });
  const { subject, text } = whatHappened(data, start);
  return {
    subject,
    preview: `New time: ${start} (${expert.timezone})`,
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text },
      ...movedBlocks(data, { reader: expert, other: customer, otherLabel: 'Name', locale }),
      {
        kind: 'buttons',
        items: [
          data.answerBy
            ? { label: 'Accept or decline', url: sessionUrl(frontendUrl, data) }
            : { label: 'View session', url: sessionUrl(frontendUrl, data) },
          { label: 'View in Dashboard', url: pageUrl(frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: movedAttachments(data, { ...context, reader: 'expert' }),
  };
}

function whatHappened({ by, customer, answerBy }: MovedMailData, start: string): { subject: string; text: string } {
  const what = answerBy ? 'request' : 'session';
  if (by === 'customer') {
    return {
      subject: `${customer.name} moved their ${what} to ${start}`,
      text: `${customer.name} moved their ${what} with you to another free time.`,
    };
  }
  return by === 'expert'
    ? {
        subject: `You moved the ${what} with ${customer.name} to ${start}`,
        text: `You moved the ${what} with ${customer.name}, and we told ${customer.name}.`,
      }
    : {
        subject: `The ${what} with ${customer.name} was moved to ${start}`,
        text: `Your ${what} with ${customer.name} was moved to a new time, and we told ${customer.name}.`,
      };
}
