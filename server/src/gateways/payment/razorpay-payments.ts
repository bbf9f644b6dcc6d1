import type Razorpay from 'razorpay';
import type { GatewayPayment, PaymentGateway } from './port.ts';
import { ask, read } from './razorpay-client.ts';
import { pathId, paymentSchema } from './razorpay-entities.ts';
import { gatewayUnavailable } from './razorpay-failures.ts';

/** The part of the gateway that deals with payments. */
export function createPayments(sdk: Razorpay): Pick<PaymentGateway, 'fetchPayment' | 'capturePayment'> {
  return {
    fetchPayment: (paymentId) => fetchPayment(sdk, paymentId),
    capturePayment: (payment) => capturePayment(sdk, payment),
  };
}

async function fetchPayment(sdk: Razorpay, paymentId: string): Promise<GatewayPayment> {
  const id = pathId('payment', paymentId);
  return read('The payment', paymentSchema, () => sdk.payments.fetch(id));
}

async function capturePayment(sdk: Razorpay, payment: GatewayPayment): ReturnType<PaymentGateway['capturePayment']> {
  const id = pathId('payment', payment.id);
  const result = await ask(paymentSchema, () => sdk.payments.capture(id, payment.amountMinor, payment.currency));
  if (result.accepted) {
    if (!isCaptureOf(payment, result.answer)) throw gatewayUnavailable(new Error(`Payment ${id} was not captured.`));
    return { accepted: true, payment: result.answer };
  }
  // Captured by somebody else, in whatever words that is refused: the state decides, not the text.
  const current = await fetchPayment(sdk, id);
  return isCaptureOf(payment, current) ? { accepted: true, payment: current } : result;
}

function isCaptureOf(asked: GatewayPayment, found: GatewayPayment): boolean {
  return (
    found.status === 'captured' &&
    found.id === asked.id &&
    found.amountMinor === asked.amountMinor &&
    found.currency === asked.currency
  );
}
