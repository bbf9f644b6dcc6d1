import { AppError } from '../../../errors.ts';
import type { PaymentRecord } from '../orders/payment-model.ts';
import { findPayment, findPaymentByOrder } from '../orders/payment-repository.ts';
import type { ChargeRecord } from './charge-model.ts';
import { findChargeOf } from './charge-repository.ts';
import { settle } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

/**
 * The charge of one of the gateway's payments. Where we have not heard of it the gateway is asked which order it paid,
 * and that is settled first (rule M1).
 * @returns null when it paid none of our orders, or nothing of it was ever captured
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function learnCharge(
  dependencies: SettleDependencies,
  providerPaymentId: string,
): Promise<ChargeRecord | null> {
  const known = await findChargeOf(providerPaymentId);
  if (known) return known;
  const payment = await learnPayment(dependencies, providerPaymentId);
  if (!payment) return null;
  await settle(dependencies, { paymentId: payment._id, providerPaymentId });
  return findChargeOf(providerPaymentId);
}

/**
 * Our payment that one of the gateway's payments is for. The gateway is asked which order it paid, unless we know.
 * @returns null when it paid none of our orders
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function learnPayment(
  dependencies: SettleDependencies,
  providerPaymentId: string,
): Promise<PaymentRecord | null> {
  const known = await findChargeOf(providerPaymentId);
  if (known) return findPayment(known.paymentId);
  const orderId = await findOrderOf(dependencies, providerPaymentId);
  return orderId === null ? null : findPaymentByOrder(orderId);
}

async function findOrderOf({ gateway }: SettleDependencies, providerPaymentId: string): Promise<string | null> {
  try {
    return (await gateway.fetchPayment(providerPaymentId)).orderId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
