import { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findPayment, findRefundsOfPayment, isUndecided, type PaymentRecord } from '../payments/index.ts';
import { documentOfPayment, type IssuingDependencies } from './document-of-payment.ts';
import { documentOfRefund } from './document-of-refund.ts';
import type { DocumentRecord } from './document-model.ts';
import { renderPdf } from './pdf/render-pdf.ts';

export type Download = { fileName: string; pdf: Uint8Array<ArrayBuffer> };

/**
 * The invoice of a payment as PDF, the same on every download (rule C2).
 * @throws AppError NOT_FOUND for another person's payment, INVALID_TRANSITION before money arrived and where it bought
 *   nothing
 */
export async function downloadReceipt(
  dependencies: IssuingDependencies,
  { paymentId, viewer }: { paymentId: string; viewer: Principal },
): Promise<Download> {
  const payment = await findVisiblePayment(paymentId, viewer);
  const document = await documentOfPayment(dependencies, payment);
  if (document) return printDocument(document);
  const unpaid = isUndecided(payment);
  throw new AppError(
    'INVALID_TRANSITION',
    unpaid
      ? 'This payment has not arrived, so there is no receipt yet.'
      : 'This payment bought no session, so it has no invoice. Its refund has a receipt.',
  );
}

/**
 * The credit note or refund receipt of a refund as PDF.
 * @throws AppError NOT_FOUND for another person's payment or another payment's refund, INVALID_TRANSITION before the money
 *   went back
 */
export async function downloadRefundReceipt(
  dependencies: IssuingDependencies,
  { paymentId, refundId, viewer }: { paymentId: string; refundId: string; viewer: Principal },
): Promise<Download> {
  const payment = await findVisiblePayment(paymentId, viewer);
  const refunds = await findRefundsOfPayment(payment._id);
  const refund = refunds.find(({ _id }) => _id.toHexString() === refundId.toLowerCase());
  if (!refund) throw notFound('The refund');
  const document = await documentOfRefund(dependencies, { payment, refund });
  if (document) return printDocument(document);
  throw new AppError('INVALID_TRANSITION', 'This refund has not been processed, so there is no receipt yet.');
}

async function findVisiblePayment(paymentId: string, viewer: Principal): Promise<PaymentRecord> {
  const payment = await findPayment(new Types.ObjectId(paymentId));
  const visible = payment && (payment.userId.equals(viewer.userId) || viewer.roles.includes('admin'));
  if (!visible) throw notFound('The payment');
  return payment;
}

async function printDocument({ content }: DocumentRecord): Promise<Download> {
  return { fileName: `${content.number.replaceAll('/', '-')}.pdf`, pdf: await renderPdf(content) };
}
