import { AppError } from '../../../errors.ts';
import { findPaymentByOrder } from '../orders/payment-repository.ts';
import type { ChargeRecord } from './charge-model.ts';
import { findChargeOf } from './charge-repository.ts';
import { settle } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

/**
 * The charge of one of the gateway's payments. Where we have not heard of it the gateway is asked which order it paid,
 * and that is settled first (rule M1).
 * @returns null when it paid none of our orders, or nothing of it was captured
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function learnCharge(
  dependencies: SettleDependencies,
  providerPaymentId: string,
): Promise<ChargeRecord | null> {
  const known = await findChargeOf(providerPaymentId);
  if (known) return known;
  const orderId = await findOrderOf(dependencies, providerPaymentId);
  const payment = orderId === null ? null : await findPaymentByOrder(orderId);
  if (!payment) return null;
  await settle(dependencies, { paymentId: payment._id, providerPaymentId });
  return findChargeOf(providerPaymentId);
}

async function findOrderOf({ gateway }: SettleDependencies, providerPaymentId: string): Promise<string | null> {
  try {
    return (await gateway.fetchPayment(providerPaymentId)).orderId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
