import type { ChargeRecord, PaymentRecord } from '../payments/index.ts';
import type { SessionRecord } from '../sessions/index.ts';
import { amountInWords } from './amounts.ts';
import type { Billed } from './billed.ts';
import type { DocumentContent } from './document-content.ts';
import { placeOfSupply, sellerLines, stateText, taxRatesOf, type Seller } from './seller.ts';
import { splitTax } from './tax.ts';
import { dateText, methodText } from './wording.ts';

/** What was paid, for what, and who sold it. */
export type Sale = {
  payment: PaymentRecord;
  charge: ChargeRecord;
  session: SessionRecord;
  billed: Billed;
  seller: Seller;
};

/** The content of a tax invoice; of a plain receipt where the seller has no GSTIN (rule C2, GST rule 46). */
export function writePaymentDocument(
  { payment, charge, session, billed, seller }: Sale,
  number: string,
): DocumentContent {
  const { amountMinor, currency } = payment;
  const state = placeOfSupply(seller);
  return {
    type: state === null ? 'receipt' : 'tax-invoice',
    number,
    issuedAt: session.createdAt,
    seller: { name: seller.name, lines: sellerLines(seller), email: seller.email },
    customer: billed.customer,
    facts: [
      ['Reference', session.reference],
      ...(state === null ? [] : [['Place of supply', stateText(state)] satisfies [string, string]]),
    ],
    item: {
      title: `Session with ${billed.expertName}`,
      lines: billed.itemLines,
      sac: state === null ? null : seller.sac,
    },
    currency,
    totalMinor: amountMinor,
    ...splitTax(amountMinor, taxRatesOf(seller)),
    amountInWords: amountInWords(amountMinor, currency),
    money: [
      ['Paid on', dateText(session.createdAt)],
      ...(charge.method === null ? [] : [['Paid by', methodText(charge.method)] satisfies [string, string]]),
      ['Payment', charge.providerPaymentId],
      ...(payment.orderId === undefined ? [] : [['Order', payment.orderId] satisfies [string, string]]),
    ],
    notes: [
      ...(state === null ? [] : ['No tax is payable on reverse charge.']),
      'Issued electronically; valid without a signature.',
    ],
  };
}
