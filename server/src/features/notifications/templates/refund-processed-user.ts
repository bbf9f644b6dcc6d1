import type { MailContent, MailContext } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { refundButton, refundDetailRows } from './refund-details.ts';
import { refundTime } from './refund-words.ts';

/** To the customer once the gateway has returned the money: how much, and when the bank shows it. */
export function refundProcessedUser(data: RefundMailData, { brand, locale }: MailContext): MailContent {
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  const bankNumber = data.providerRefundId;
  return {
    subject: `Refunded: ${amount}`,
    preview: `${amount} went back to the way you paid. Banks usually show it in ${refundTime}.`,
    to: data.customer.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `We have refunded ${amount}: it went back to the way you paid. Banks usually show it in ${refundTime}.`,
      },
      {
        kind: 'details',
        title: 'Your refund',
        rows: [
          ...refundDetailRows(data, locale),
          ...(bankNumber === null ? [] : [['Refund number', bankNumber] satisfies [string, string]]),
        ],
      },
      ...(bankNumber === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: 'If it takes longer than that, your bank can look it up by the refund number.',
            },
          ]),
      { kind: 'buttons', items: [refundButton(brand.frontendUrl, data)] },
    ],
    attachments: [],
  };
}
