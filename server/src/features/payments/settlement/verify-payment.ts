import type { Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { findCharge } from '../records/charge-repository.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findPaymentOfCheckout } from '../records/payment-repository.ts';
import { describeSettlement, settle, type Settlement } from './settle.ts';
import type { SettleDependencies } from '../dependencies.ts';

/** With the gateway's id of the payment that settled it: the reported one, or one that came before. */
type VerifiedSettlement = Settlement & { providerPaymentId: string | null };

/**
 * Settles what the browser's checkout reported. A genuine report proves that the gateway said so about this pair, not that
 * money was captured: `settle` asks for that (rules M1 and M8).
 * @param body what the checkout handed to the page
 * @throws AppError NOT_FOUND for another person's order, PAYMENT_NOT_VERIFIED for a report that is not genuine
 */
export async function verifyPayment(
  dependencies: SettleDependencies,
  { body, userId }: { body: unknown; userId: Types.ObjectId },
): Promise<VerifiedSettlement> {
  const report = dependencies.gateways.readReport(body);
  if (report?.outcome !== 'paid') throw notVerified();
  const payment = await findPaymentOfCheckout(report.provider, report.checkoutId);
  if (!payment?.userId.equals(userId)) throw notFound('The order');
  if (!report.isGenuine) throw notVerified();
  const settlement = await settleOrRecall(dependencies, {
    payment,
    providerPaymentId: report.attemptId,
  });
  return { ...settlement, providerPaymentId: await attemptOf(settlement) };
}

/** The attempt that decided a payment; null while none has. */
async function attemptOf(settlement: Settlement): Promise<string | null> {
  const { chargeId } = settlement.payment;
  const known = settlement.outcome === 'settled' ? settlement.with?.charge : undefined;
  const charge = known ?? (chargeId && (await findCharge(chargeId)));
  return charge?.providerPaymentId ?? null;
}

/** A booking that is settled is told also while the gateway is away; any other has to wait for its answer. */
export async function settleOrRecall(
  dependencies: SettleDependencies,
  { payment, providerPaymentId }: { payment: PaymentRecord; providerPaymentId: string },
): Promise<Settlement> {
  try {
    return await settle(dependencies, { paymentId: payment._id, known: payment, providerPaymentId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'GATEWAY_UNAVAILABLE') throw error;
    const known = await describeSettlement(payment._id);
    if (known.outcome === 'settled') return known;
    throw error;
  }
}

function notVerified(): AppError {
  return new AppError(
    'PAYMENT_NOT_VERIFIED',
    'This payment could not be verified. If money left your account, we will match it or return it.',
  );
}
