import type Razorpay from 'razorpay';
import type { GatewayRefund, PaymentGateway, RefundRefusal, RefundRequest } from '../port.ts';
import { ask, read, withRefundKey } from './client.ts';
import { collectionOf, pathId, refundSchema } from './entities.ts';
import { gatewayUnavailable } from './failures.ts';

/** The part of the gateway that deals with refunds. */
export function createRefunds(sdk: Razorpay): Pick<PaymentGateway, 'refund' | 'fetchRefunds'> {
  return {
    refund: (request) => refund(sdk, request),
    fetchRefunds: (attemptId) => fetchRefunds(sdk, attemptId),
  };
}

/**
 * Three guards against refunding twice (rule R2): what an earlier try has done is looked up by receipt; the key travels
 * as `X-Refund-Idempotency`; and the receipt is unique for each payment, whatever becomes of the other two.
 */
async function refund(sdk: Razorpay, request: RefundRequest): ReturnType<PaymentGateway['refund']> {
  const done = await findRefund(sdk, request);
  if (done) return { accepted: true, refund: done };
  const { attemptId, amountMinor, key } = request;
  const body = { amount: amountMinor, receipt: key, speed: 'normal' } as const;
  const result = await ask(refundSchema, () =>
    withRefundKey(key, () => sdk.payments.refund(pathId('payment', attemptId), body)),
  );
  if (result.accepted) return { accepted: true, refund: asAsked(request, result.answer) };
  // A request of the same key may have arrived in between ("Duplicate receipt"): the state decides, not the text.
  const found = await findRefund(sdk, request);
  if (found) return { accepted: true, refund: found };
  if (/duplicate receipt/i.test(result.description)) throw gatewayUnavailable(new Error(result.description));
  return { ...result, kind: refusalKind(result.description) };
}

/** Razorpay tells these apart by their texts only (Razorpay docs, "Create a normal refund"). */
function refusalKind(description: string): RefundRefusal['kind'] {
  if (/ongoing dispute/i.test(description)) return 'disputed';
  return /fully refunded|greater than/i.test(description) ? 'exceeds' : 'other';
}

async function findRefund(sdk: Razorpay, request: RefundRequest): Promise<GatewayRefund | null> {
  const found = (await fetchRefunds(sdk, request.attemptId)).find(({ key }) => key === request.key);
  return found ? asAsked(request, found) : null;
}

async function fetchRefunds(sdk: Razorpay, attemptId: string): Promise<GatewayRefund[]> {
  const id = pathId('payment', attemptId);
  // 100 is the most that one answer holds, and far more refunds than a payment of ours can have.
  return read('The payment', collectionOf(refundSchema), () => sdk.payments.fetchMultipleRefund(id, { count: 100 }));
}

function asAsked({ attemptId, amountMinor }: RefundRequest, found: GatewayRefund): GatewayRefund {
  if (found.attemptId === attemptId && found.amountMinor === amountMinor) return found;
  throw gatewayUnavailable(new Error(`Refund ${found.id} is not the one that was asked for.`));
}
