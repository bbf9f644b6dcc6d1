import type { MailContent, MailContext } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { refundDetailRows } from './refund-details.ts';

/** To the admin: a refund that no retry will bring about, with all that is needed to look it up. */
export function refundFailedAdmin(data: RefundMailData, { brand, locale }: MailContext): MailContent {
  const { customer, failure, providerRefundId } = data;
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  return {
    subject: `Action needed: refund of ${amount} failed (${data.reference})`,
    preview: failure ?? `${customer.name} is owed ${amount}.`,
    to: `${brand.name} team`,
    blocks: [
      {
        kind: 'paragraph',
        text: `The gateway has refused this refund for good. ${customer.name} is still owed ${amount} and was told that we're handling it.`,
      },
      {
        kind: 'details',
        title: 'The refund',
        rows: [
          ['Customer', `${customer.name} (${customer.email})`],
          ...refundDetailRows(data, locale),
          ['The gateway says', failure ?? 'Nothing'],
          ['Gateway refund ID', providerRefundId ?? 'None'],
          [`${brand.name} refund ID`, data.refundId],
          [`${brand.name} payment ID`, data.paymentId],
        ],
      },
      {
        kind: 'paragraph',
        text: "Look the payment up in the gateway's dashboard. A refund made there is recorded here automatically.",
      },
    ],
    attachments: [],
  };
}
