import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { sessionUrl } from './booking-details.ts';
import { movedAttachments, movedBlocks } from './moved-session.ts';

/** To the customer whose session takes place at another time (rule L3). */
export function sessionMovedUser(data: MovedMailData, context: MailContext): MailContent {
  const { customer, expert } = data;
  const { locale } = context;
  const start = localStart(data.startsAt, { zone: customer.timezone, locale });
  const { subject, text } = whatHappened(data, start);
  const price = `The price stays ${formatMoney(data.amountMinor, data.currency, locale)}; there is nothing to pay.`;
  return {
    subject,
    preview: `New time: ${start} (${customer.timezone})`,
    to: customer.name,
    blocks: [
      ...[text, ...(data.amountMinor > 0 ? [price] : [])].map((paragraph): MailBlock => ({
        kind: 'paragraph',
        text: paragraph,
      })),
      ...movedBlocks(data, { reader: customer, other: expert, otherLabel: 'Expert', locale }),
      { kind: 'buttons', items: [{ label: 'View session', url: sessionUrl(context.brand.frontendUrl, data) }] },
    ],
    attachments: movedAttachments(data, { ...context, reader: 'customer' }),
  };
}

function whatHappened({ by, expert, answerBy }: MovedMailData, start: string): { subject: string; text: string } {
  const what = answerBy ? 'request' : 'session';
  if (by === 'customer') {
    return {
      subject: `Your ${what} with ${expert.name} is moved to ${start}`,
      text: `You moved your ${what} with ${expert.name}. We told ${expert.name} too.`,
    };
  }
  const options = 'If it does not suit you, open the session: its page shows what you can change.';
  return by === 'expert'
    ? {
        subject: `${expert.name} moved your ${what} to ${start}`,
        text: `${expert.name} moved your ${what} to a new time. ${options}`,
      }
    : {
        subject: `Your ${what} with ${expert.name} was moved to ${start}`,
        text: `Your ${what} with ${expert.name} was moved to a new time. ${options}`,
      };
}
