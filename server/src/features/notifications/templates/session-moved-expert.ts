import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { MovedMailData } from '../mail-data.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { pageUrl, sessionUrl } from './booking-details.ts';
import { movedAttachments, movedBlocks, moveOf } from './moved-session.ts';

/** To the expert whose session takes place at another time (rule L3). */
export function sessionMovedExpert(data: MovedMailData, context: MailContext): MailContent {
  const { brand, locale } = context;
  const { moved, expertMoved, newBooking, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const start = localStart(data.startsAt, { zone: expert.timezone, locale });
  const news = data.isNews && !data.answerBy ? [newBooking.text] : [];
  return {
    subject: expertMoved.subject(moveOf(data), { customer: customer.name, start }),
    preview: moved.preview(start, expert.timezone),
    to: expert.name,
    blocks: [
      ...[...news, expertMoved.text(moveOf(data), customer.name)].map((text): MailBlock => ({
        kind: 'paragraph',
        text,
      })),
      ...movedBlocks(data, { reader: expert, other: customer, otherLabel: rows.name, locale }),
      {
        kind: 'buttons',
        items: [
          { label: data.answerBy ? buttons.answer : buttons.session, url: sessionUrl(brand.frontendUrl, data) },
          { label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: movedAttachments(data, { ...context, reader: 'expert' }),
  };
}
