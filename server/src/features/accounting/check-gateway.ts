import { AppError } from '../../errors.ts';
import type { GatewayAttempt, GatewayRefund, PaymentGateway } from '../../gateways/payment/port.ts';
import type { PaymentProvider } from '../../gateways/payment/providers.ts';
import type { ChargeRecord, RefundRecord } from '../payments/index.ts';
import type { Books } from './books.ts';
import type { Discrepancy } from './discrepancy.ts';

/** What is asked of a gateway; whoever passes it decides how fast. */
export type GatewayReader = Pick<PaymentGateway, 'fetchAttempts' | 'fetchRefunds'>;

/** The gateway that a payment names. */
export type FindGateway = (provider: PaymentProvider) => GatewayReader;

/**
 * Whether the gateway knows the same captures and refunds of an order as we do.
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function checkGateway(
  { payment, charges, refunds }: Books,
  gatewayOf: FindGateway,
): Promise<Discrepancy[]> {
  const { orderId } = payment;
  if (orderId === undefined) return [];
  const paymentId = payment._id.toHexString();
  const gateway = gatewayOf(payment.provider);
  const attempts = await fetchAttempts(gateway, orderId);
  if (attempts === null) {
    const sentence = `The gateway knows no order ${orderId}.`;
    return [{ kind: 'order-unknown-to-gateway', ids: { paymentId, orderId }, sentence }];
  }
  const taken = attempts.filter(({ status }) => status === 'captured' || status === 'refunded');
  const found = charges.flatMap((charge) => checkCharge(charge, taken));
  for (const attempt of taken) {
    const charge = charges.find(({ providerPaymentId }) => providerPaymentId === attempt.id);
    if (!charge || charge.capturedMinor === 0) found.push(unknownCapture(paymentId, attempt));
    const ours = refunds.filter(({ providerPaymentId }) => providerPaymentId === attempt.id);
    if (ours.length === 0 && attempt.refundedMinor === 0) continue;
    found.push(...checkRefunds(paymentId, ours, await gateway.fetchRefunds(attempt.id)));
  }
  return found;
}

async function fetchAttempts(gateway: GatewayReader, orderId: string): Promise<GatewayAttempt[] | null> {
  try {
    return await gateway.fetchAttempts(orderId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

function unknownCapture(paymentId: string, { id, amountMinor, currency }: GatewayAttempt): Discrepancy {
  const sentence = `The gateway captured ${amountMinor} ${currency} by ${id}, of which we know nothing.`;
  return { kind: 'capture-unknown-to-us', ids: { paymentId, providerPaymentId: id }, sentence };
}

function checkCharge(charge: ChargeRecord, taken: readonly GatewayAttempt[]): Discrepancy[] {
  const { providerPaymentId, capturedMinor, currency } = charge;
  if (capturedMinor === 0) return [];
  const ids = { paymentId: charge.paymentId.toHexString(), providerPaymentId };
  const attempt = taken.find(({ id }) => id === providerPaymentId);
  if (!attempt) {
    const sentence = `We have ${capturedMinor} ${currency} captured by ${providerPaymentId}; the gateway has not.`;
    return [{ kind: 'capture-unknown-to-gateway', ids, sentence }];
  }
  if (attempt.amountMinor === capturedMinor && attempt.currency === currency) return [];
  const theirs = `${attempt.amountMinor} ${attempt.currency}`;
  const sentence = `We have ${capturedMinor} ${currency} captured by ${providerPaymentId}, the gateway has ${theirs}.`;
  return [{ kind: 'capture-differs', ids, sentence }];
}

function checkRefunds(
  paymentId: string,
  ours: readonly RefundRecord[],
  theirs: readonly GatewayRefund[],
): Discrepancy[] {
  const unknown = theirs
    .filter((refund) => refund.status !== 'failed' && !ours.some((own) => isSame(own, refund)))
    .map(({ id, amountMinor, currency }): Discrepancy => {
      const sentence = `The gateway refunded ${amountMinor} ${currency} by ${id}, of which we know nothing.`;
      return { kind: 'refund-unknown-to-us', ids: { paymentId, providerRefundId: id }, sentence };
    });
  const processed = ours.filter(({ status }) => status === 'processed');
  return [...unknown, ...processed.flatMap((refund) => checkRefund(refund, theirs))];
}

function checkRefund(refund: RefundRecord, theirs: readonly GatewayRefund[]): Discrepancy[] {
  const { amountMinor, currency } = refund;
  const ids = { paymentId: refund.paymentId.toHexString(), refundId: refund._id.toHexString() };
  const match = theirs.find(({ id }) => id === refund.providerRefundId);
  if (!match) {
    const sentence = `Our refund of ${amountMinor} ${currency} counts as processed; the gateway knows none like it.`;
    return [{ kind: 'refund-unknown-to-gateway', ids, sentence }];
  }
  if (match.amountMinor === amountMinor && match.currency === currency && match.status === 'processed') return [];
  const said = `${match.amountMinor} ${match.currency}, ${match.status}`;
  const sentence = `Our refund counts as ${amountMinor} ${currency}, processed; the gateway's ${match.id} is ${said}.`;
  return [{ kind: 'refund-differs', ids: { ...ids, providerRefundId: match.id }, sentence }];
}

/** By the gateway's id, or by the key that each attempt of ours carries (rule R2). */
function isSame({ _id, providerRefundId }: RefundRecord, { id, key }: GatewayRefund): boolean {
  return providerRefundId === id || key?.replace(/-\d+$/, '') === _id.toHexString();
}
