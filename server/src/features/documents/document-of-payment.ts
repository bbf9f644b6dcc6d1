import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { findCharge, type PaymentRecord } from '../payments/index.ts';
import { findSessionOfPayment } from '../sessions/index.ts';
import { findBilled } from './billed.ts';
import type { DocumentRecord } from './document-model.ts';
import { findDocument } from './document-repository.ts';
import { issueDocument } from './issue-document.ts';
import { oweReceipt } from './receipt-mail.ts';
import type { Seller } from './seller.ts';
import { writePaymentDocument } from './write-payment-document.ts';

export type IssuingDependencies = { clock: Clock; seller: Seller };

/**
 * The invoice of a payment, numbered now if it has none yet (rule C2); then the customer is owed the mail about it, too.
 * @returns null where the payment bought no session: not paid, or refunded because the slot was lost
 */
export async function documentOfPayment(
  { clock, seller }: IssuingDependencies,
  payment: PaymentRecord,
): Promise<DocumentRecord | null> {
  if (payment.sessionId === null || payment.chargeId === null) return null;
  const subject = { paymentId: payment._id, refundId: null };
  const existing = await findDocument(subject);
  if (existing) return existing;
  const session = await findSessionOfPayment(payment);
  const charge = await findCharge(payment.chargeId);
  if (!session || !charge) throw new AppError('INTERNAL', 'A settled payment lacks its session or its charge.');
  const now = clock.now();
  const billed = await findBilled(payment);
  const sale = { payment, charge, session, billed, seller };
  return issueDocument(
    {
      ...subject,
      type: seller.gstin === null ? 'receipt' : 'tax-invoice',
      issuedAt: session.createdAt,
      credits: null,
      write: ({ number }) => writePaymentDocument(sale, number),
      oweMail: (invoice, transaction) => oweReceipt({ invoice, session, billed, now }, transaction),
    },
    now,
  );
}
