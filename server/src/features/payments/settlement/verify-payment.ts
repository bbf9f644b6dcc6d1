import type { Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { findCharge } from './charge-repository.ts';
import { findPaymentOfOrder } from '../orders/payment-repository.ts';
import { describeSettlement, settle, type Settlement } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

/** With the gateway's id of the payment that settled it: the reported one, or one that came before. */
type VerifiedSettlement = Settlement & { providerPaymentId: string | null };

type CheckoutReport = { userId: Types.ObjectId; orderId: string; providerPaymentId: string; signature: string };

/**
 * Settles what the browser's checkout reported. The signature proves that the gateway said so about this pair, not that
 * money was captured: `settle` asks for that (rules M1 and M8).
 * @throws AppError NOT_FOUND for another person's order, PAYMENT_NOT_VERIFIED for a signature that does not match
 */
export async function verifyPayment(
  dependencies: SettleDependencies,
  report: CheckoutReport,
): Promise<VerifiedSettlement> {
  const payment = await findPaymentOfOrder(report.orderId, report.userId);
  if (!payment?.orderId) throw notFound('The order');
  const genuine = dependencies.gateway.isCheckoutSignature({
    orderId: payment.orderId,
    paymentId: report.providerPaymentId,
    signature: report.signature,
  });
  if (!genuine) {
    throw new AppError(
      'PAYMENT_NOT_VERIFIED',
      'This payment could not be verified. If money left your account, we will match it or return it.',
    );
  }
  const settlement = await settleOrRecall(dependencies, {
    paymentId: payment._id,
    providerPaymentId: report.providerPaymentId,
  });
  const { chargeId } = settlement.payment;
  const charge = chargeId && (await findCharge(chargeId));
  return { ...settlement, providerPaymentId: charge?.providerPaymentId ?? null };
}

/** A booking that is settled is told also while the gateway is away; any other has to wait for its answer. */
export async function settleOrRecall(
  dependencies: SettleDependencies,
  { paymentId, providerPaymentId }: { paymentId: Types.ObjectId; providerPaymentId: string },
): Promise<Settlement> {
  try {
    return await settle(dependencies, { paymentId, providerPaymentId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'GATEWAY_UNAVAILABLE') throw error;
    const known = await describeSettlement(paymentId);
    if (known.outcome === 'settled') return known;
    throw error;
  }
}
