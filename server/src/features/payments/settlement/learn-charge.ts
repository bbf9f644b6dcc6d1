import { AppError } from '../../../errors.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findPayment, findPaymentOfCheckout } from '../records/payment-repository.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { findChargeOf, type AttemptId } from '../records/charge-repository.ts';
import { settle } from './settle.ts';
import type { SettleDependencies } from '../dependencies.ts';

/**
 * The charge of one of a gateway's attempts. Where we have not heard of it the gateway is asked which checkout it paid,
 * and that is settled first (rule M1).
 * @returns null when it paid none of our checkouts, or nothing of it was ever captured
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function learnCharge(dependencies: SettleDependencies, attempt: AttemptId): Promise<ChargeRecord | null> {
  const known = await findChargeOf(attempt);
  if (known) return known;
  const payment = await learnPayment(dependencies, attempt);
  if (!payment) return null;
  await settle(dependencies, { paymentId: payment._id, providerPaymentId: attempt.id });
  return findChargeOf(attempt);
}

/**
 * Our payment that one of a gateway's attempts is for. The gateway is asked which checkout it paid, unless we know.
 * @returns null when it paid none of our checkouts
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function learnPayment(
  dependencies: SettleDependencies,
  attempt: AttemptId,
): Promise<PaymentRecord | null> {
  const known = await findChargeOf(attempt);
  if (known) return findPayment(known.paymentId);
  const checkoutId = await findCheckoutOf(dependencies, attempt);
  return checkoutId === null ? null : findPaymentOfCheckout(attempt.provider, checkoutId);
}

async function findCheckoutOf({ gateways }: SettleDependencies, { provider, id }: AttemptId): Promise<string | null> {
  try {
    return (await gateways.of(provider).fetchAttempt(id)).checkoutId;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
