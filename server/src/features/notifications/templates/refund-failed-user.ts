import type { MailContent, MailContext } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { mailWords } from '../words/index.ts';
import { refundButton, refundDetailRows } from './refund-details.ts';

/** To the customer whose refund the gateway has refused for good: they are still owed it, and we see to it. */
export function refundFailedUser(data: RefundMailData, { brand, locale }: MailContext): MailContent {
  const { refundDelayed, refunded } = mailWords[locale.language];
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  const text = refundDelayed.text(amount);
  return {
    subject: refundDelayed.subject(amount),
    preview: text,
    to: data.customer.name,
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'paragraph', text: refundDelayed.nothingToDo },
      { kind: 'details', title: refunded.details, rows: refundDetailRows(data, locale) },
      { kind: 'buttons', items: [refundButton(data, { frontendUrl: brand.frontendUrl, locale })] },
    ],
    attachments: [],
  };
}
