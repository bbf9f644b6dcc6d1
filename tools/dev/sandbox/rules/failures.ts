import type { Failure, Method } from '../state/records.ts';

/**
 * Why a payment failed, in the words of Razorpay's docs (Payments, Test card details). Reasons without a documented
 * text share a plain one.
 */

const declined = 'Your payment was declined by the bank. Try another payment method or contact your bank.';

const cardRefusals: Readonly<Record<string, Omit<Failure, 'reason'>>> = {
  payment_timed_out: refusal('Payment was not completed on time.', 'customer', 'payment_authentication'),
  insufficient_fund: refusal('Your account does not have enough balance for this payment.', 'customer'),
  payment_cancelled: refusal(
    'Your payment has been cancelled. Try again or complete the payment later.',
    'customer',
    'payment_authentication',
  ),
  card_declined: refusal('Your card was declined by the bank. Try another payment method.', 'issuer_bank'),
  card_disabled_for_online_payments: refusal('Online payments are disabled for your card.', 'issuer_bank'),
  card_number_invalid: refusal('The card number is not valid. Check it and try again.', 'customer'),
  gateway_technical_error: {
    ...refusal('Your payment could not be completed due to a technical problem.', 'gateway'),
    code: 'GATEWAY_ERROR',
  },
  authentication_failed: {
    ...refusal('The bank could not verify that it is you.', 'customer', 'payment_authentication'),
    code: 'GATEWAY_ERROR',
  },
};

function refusal(description: string, source: string, step = 'payment_authorization'): Omit<Failure, 'reason'> {
  return { code: 'BAD_REQUEST_ERROR', description, source, step };
}

/** The bank, or the UPI app, says no. */
export function bankRefusal(method: Method): Failure {
  if (method.kind === 'upi') {
    return {
      code: 'BAD_REQUEST_ERROR',
      description:
        'Payment was unsuccessful due to a temporary issue. If amount got deducted, it will be refunded within 5-7 working days.',
      source: 'gateway',
      step: 'payment_response',
      reason: 'payment_failed',
    };
  }
  if (method.kind === 'netbanking') return { ...refusal('Payment failed', 'bank'), reason: 'payment_failed' };
  const reason = method.refusal ?? 'payment_failed';
  return { ...(cardRefusals[reason] ?? refusal(declined, 'bank')), reason };
}

/** The customer gave up at the bank's page. */
export function cancelledByCustomer(): Failure {
  return named('payment_cancelled');
}

/** No answer from the bank within the gateway's patience; the money may still come. */
export function timedOut(): Failure {
  return named('payment_timed_out');
}

function named(reason: string): Failure {
  return { ...(cardRefusals[reason] ?? refusal(declined, 'bank')), reason };
}
