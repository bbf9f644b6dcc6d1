import type { MailContent, MailContext } from '../layout/content.ts';
import type { ReceiptMailData } from '../mail-data.ts';
import { formatAmount } from '../money.ts';
import { localDate } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { sessionUrl } from './booking-details.ts';

/** To the customer, once the document of their payment has its number: what it says, and where it is (rule C2). */
export function receiptUser(data: ReceiptMailData, { brand, locale }: MailContext): MailContent {
  const { receipt, rows, buttons } = mailWords[locale.language];
  const { type, number, currency } = data;
  const money = (amountMinor: number) => formatAmount(amountMinor, currency, locale);
  const total = money(data.totalMinor);
  const item = receipt.item(data.expertName);
  return {
    subject: receipt.subject(total, number),
    preview: receipt.preview({ type, item, total }),
    to: data.customer.name,
    blocks: [
      { kind: 'paragraph', text: receipt.text({ type, number, total }) },
      {
        kind: 'details',
        title: receipt.details(type),
        rows: [
          [receipt.number, number],
          [rows.date, localDate(data.issuedAt, { zone: data.timezone, locale })],
          [receipt.sold, item],
          ...taxRows(data, { taxable: receipt.taxable, money }),
          [receipt.total, total],
          [rows.reference, data.reference],
        ],
      },
      { kind: 'buttons', items: [{ label: buttons.receipt, url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}

/** None where the seller charges no tax. */
function taxRows(
  { taxes, taxableMinor }: ReceiptMailData,
  { taxable, money }: { taxable: string; money: (minor: number) => string },
): [string, string][] {
  if (taxes.length === 0) return [];
  const lines = taxes.map(({ name, ratePercent, amountMinor }): [string, string] => [
    `${name} ${ratePercent}%`,
    money(amountMinor),
  ]);
  return [[taxable, money(taxableMinor)], ...lines];
}
