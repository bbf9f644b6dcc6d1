import type { PaymentRecord, RefundRecord } from '../payments/index.ts';
import { amountInWords } from './amounts.ts';
import type { Billed } from './billed.ts';
import { documentTypes, type DocumentContent } from './document-content.ts';
import { sellerLines, type Seller } from './seller.ts';
import { splitRefund } from './tax.ts';
import { dateText, reasonTexts } from './wording.ts';

/** What went back, of what payment, and the document of that payment where there is one. */
export type Return = {
  payment: PaymentRecord;
  refund: RefundRecord;
  processedAt: Date;
  /** Null where nothing had been sold for the money. */
  original: DocumentContent | null;
  billed: Billed;
  seller: Seller;
};

/**
 * The content of a credit note, with the parties and the tax rates of the invoice that it takes back; of a refund receipt
 * where there is no tax invoice (rule C2, GST rule 53).
 */
export function writeRefundDocument(
  { payment, refund, processedAt, original, billed, seller }: Return,
  { number, creditedMinor }: { number: string; creditedMinor: number },
): DocumentContent {
  const { amountMinor, currency } = refund;
  const isCreditNote = original?.type === 'tax-invoice';
  const facts = original === null ? [reference(payment)] : [...against(original), ...original.facts];
  return {
    type: isCreditNote ? 'credit-note' : 'refund-receipt',
    number,
    issuedAt: processedAt,
    seller: original?.seller ?? { name: seller.name, lines: sellerLines(seller), email: seller.email },
    customer: original?.customer ?? billed.customer,
    facts,
    item: {
      title: `Refund: session with ${billed.expertName}`,
      lines: [...(original?.item.lines ?? billed.itemLines), `Reason: ${reasonTexts[refund.reason]}`],
      sac: original?.item.sac ?? null,
    },
    currency,
    totalMinor: amountMinor,
    ...splitRefund({ creditedMinor, amountMinor }, original?.taxes ?? []),
    amountInWords: amountInWords(amountMinor, currency),
    money: [
      ['Refunded on', dateText(processedAt)],
      ...(refund.providerRefundId === null ? [] : [['Refund', refund.providerRefundId] satisfies [string, string]]),
      ['Payment', refund.providerPaymentId],
    ],
    notes: [
      ...(original === null ? ['Nothing was sold for this money, so there is no invoice for it.'] : []),
      'The money went back to the method it was paid with; banks usually show it in about 5 to 7 working days.',
      'Issued electronically; valid without a signature.',
    ],
  };
}

function against({ type, number, issuedAt }: DocumentContent): [string, string][] {
  return [
    [`For ${documentTypes[type].title.toLowerCase()}`, number],
    ['Dated', dateText(issuedAt)],
  ];
}

function reference({ _id, orderId }: PaymentRecord): [string, string] {
  return ['Reference', orderId ?? _id.toHexString()];
}
