import type Razorpay from 'razorpay';
import type { GatewayAttempt, PaymentGateway } from '../port.ts';
import { ask, read } from './client.ts';
import { pathId, paymentSchema } from './entities.ts';
import { gatewayUnavailable } from './failures.ts';

/** The part of the gateway that deals with attempts: Razorpay's payments. */
export function createAttempts(sdk: Razorpay): Pick<PaymentGateway, 'fetchAttempt' | 'capture'> {
  return {
    fetchAttempt: (attemptId) => fetchAttempt(sdk, attemptId),
    capture: (attempt) => capture(sdk, attempt),
  };
}

async function fetchAttempt(sdk: Razorpay, attemptId: string): Promise<GatewayAttempt> {
  const id = pathId('payment', attemptId);
  return read('The payment', paymentSchema, () => sdk.payments.fetch(id));
}

async function capture(sdk: Razorpay, payment: GatewayAttempt): ReturnType<PaymentGateway['capture']> {
  const id = pathId('payment', payment.id);
  const result = await ask(paymentSchema, () => sdk.payments.capture(id, payment.amountMinor, payment.currency));
  if (result.accepted) {
    if (!isCaptureOf(payment, result.answer)) throw gatewayUnavailable(new Error(`Payment ${id} was not captured.`));
    return { accepted: true, attempt: result.answer };
  }
  // Captured by somebody else, in whatever words that is refused: the state decides, not the text.
  const current = await fetchAttempt(sdk, id);
  return isCaptureOf(payment, current) ? { accepted: true, attempt: current } : result;
}

function isCaptureOf(asked: GatewayAttempt, found: GatewayAttempt): boolean {
  return (
    found.status === 'captured' &&
    found.id === asked.id &&
    found.amountMinor === asked.amountMinor &&
    found.currency === asked.currency
  );
}
