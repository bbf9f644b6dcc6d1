import type { MailContent, MailContext } from '../layout/content.ts';
import type { ReceiptMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localDate } from '../when.ts';
import { sessionUrl } from './booking-details.ts';

/** To the customer, once the document of their payment has its number: what it says, and where it is (rule C2). */
export function receiptUser(data: ReceiptMailData, { brand }: MailContext): MailContent {
  const { number, currency, item, reference } = data;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency);
  const total = money(data.totalMinor);
  const name = data.type === 'tax-invoice' ? 'tax invoice' : 'receipt';
  return {
    subject: `Receipt for ${total} (${number})`,
    preview: `${item}: ${total}, paid. Your ${name} is ready to download.`,
    to: data.customer.name,
    blocks: [
      { kind: 'paragraph', text: `Thank you for your payment of ${total}. Your ${name} has the number ${number}.` },
      {
        kind: 'details',
        title: data.type === 'tax-invoice' ? 'Tax invoice' : 'Receipt',
        rows: [
          ['Number', number],
          ['Date', localDate(data.issuedAt, data.timezone)],
          ['For', item],
          ...taxRows(data, money),
          ['Total paid', total],
          ['Reference', reference],
        ],
      },
      { kind: 'buttons', items: [{ label: 'Download receipt', url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}

/** None where the seller charges no tax. */
function taxRows({ taxes, taxableMinor }: ReceiptMailData, money: (minor: number) => string): [string, string][] {
  if (taxes.length === 0) return [];
  const lines = taxes.map(({ name, ratePercent, amountMinor }): [string, string] => [
    `${name} ${ratePercent}%`,
    money(amountMinor),
  ]);
  return [['Taxable value', money(taxableMinor)], ...lines];
}
