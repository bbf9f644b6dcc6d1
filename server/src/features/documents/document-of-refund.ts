import type { PaymentRecord, RefundRecord } from '../payments/index.ts';
import { findBilled } from './billed.ts';
import type { DocumentRecord } from './document-model.ts';
import { findDocument } from './document-repository.ts';
import { documentOfPayment, type IssuingDependencies } from './document-of-payment.ts';
import { issueDocument } from './issue-document.ts';
import { writeRefundDocument } from './write-refund-document.ts';

/**
 * The credit note of a refund, or its refund receipt where the money had bought nothing; numbered now if it has none yet,
 * after the invoice that it takes back (rule C2).
 * @returns null as long as the refund is not processed
 */
export async function documentOfRefund(
  dependencies: IssuingDependencies,
  { payment, refund }: { payment: PaymentRecord; refund: RefundRecord },
): Promise<DocumentRecord | null> {
  const { processedAt } = refund;
  if (refund.status !== 'processed' || processedAt === null) return null;
  const subject = { paymentId: payment._id, refundId: refund._id };
  const existing = await findDocument(subject);
  if (existing) return existing;
  // A second charge bought nothing: the invoice is for the first one (rule M6).
  const sold = payment.chargeId !== null && refund.chargeId.equals(payment.chargeId);
  const invoice = sold ? await documentOfPayment(dependencies, payment) : null;
  const { clock, seller } = dependencies;
  const original = invoice?.content ?? null;
  const returned = { payment, refund, processedAt, original, billed: await findBilled(payment), seller };
  return issueDocument(
    {
      ...subject,
      type: original?.type === 'tax-invoice' ? 'credit-note' : 'refund-receipt',
      issuedAt: processedAt,
      credits: invoice && { document: invoice, amountMinor: refund.amountMinor },
      write: (numbering) => writeRefundDocument(returned, numbering),
    },
    clock.now(),
  );
}
