import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { sessionUrl } from './booking-details.ts';
import { movedAttachments, movedBlocks, moveOf } from './moved-session.ts';

/** To the customer whose session takes place at another time (rule L3). */
export function sessionMovedUser(data: MovedMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { moved, confirmed, rows, buttons } = mailWords[locale.language];
  const { customer, expert, amountMinor } = data;
  const start = localStart(data.startsAt, { zone: customer.timezone, locale });
  const price = amountMinor > 0 ? [moved.price(formatMoney(amountMinor, data.currency, locale))] : [];
  const news = data.isNews && !data.answerBy ? [confirmed.text(expert.name)] : [];
  return {
    subject: moved.subject(moveOf(data), { expert: expert.name, start }),
    preview: moved.preview(start, customer.timezone),
    to: customer.name,
    blocks: [
      ...[...news, moved.text(moveOf(data), expert.name), ...price].map((text): MailBlock => ({
        kind: 'paragraph',
        text,
      })),
      ...movedBlocks(data, { reader: customer, other: expert, otherLabel: rows.expert, locale }),
      { kind: 'buttons', items: [{ label: buttons.session, url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: movedAttachments(data, { ...context, reader: 'customer' }),
  };
}
