import type { MailContent, MailContext } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { mailWords } from '../words/index.ts';
import { refundButton, refundDetailRows } from './refund-details.ts';

/** To the customer once the gateway has returned the money: how much, and when the bank shows it. */
export function refundProcessedUser(data: RefundMailData, { brand, locale }: MailContext): MailContent {
  const { refunded } = mailWords[locale.language];
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  const bankNumber = data.providerRefundId;
  return {
    subject: refunded.subject(amount),
    preview: refunded.preview(amount),
    to: data.customer.name,
    blocks: [
      { kind: 'paragraph', text: refunded.text(amount) },
      {
        kind: 'details',
        title: refunded.details,
        rows: [
          ...refundDetailRows(data, locale),
          ...(bankNumber === null ? [] : [[refunded.number, bankNumber] satisfies [string, string]]),
        ],
      },
      ...(bankNumber === null ? [] : [{ kind: 'paragraph' as const, text: refunded.longer }]),
      { kind: 'buttons', items: [refundButton(data, { frontendUrl: brand.frontendUrl, locale })] },
    ],
    attachments: [],
  };
}
