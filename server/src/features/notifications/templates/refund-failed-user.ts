import type { MailContent, MailContext } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { refundButton, refundDetailRows } from './refund-details.ts';

/** To the customer whose refund the gateway has refused for good: they are still owed it, and we see to it. */
export function refundFailedUser(data: RefundMailData, { brand, locale }: MailContext): MailContent {
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  const text = `Your refund of ${amount} could not be completed yet. The money is still owed to you: our team has been told and will bring it to you another way.`;
  return {
    subject: `Your refund of ${amount} is delayed`,
    preview: text,
    to: data.customer.name,
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'paragraph', text: 'You do not need to do anything. We will write to you when it is done.' },
      { kind: 'details', title: 'Your refund', rows: refundDetailRows(data, locale) },
      { kind: 'buttons', items: [refundButton(brand.frontendUrl, data)] },
    ],
    attachments: [],
  };
}
