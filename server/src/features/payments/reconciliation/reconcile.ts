import type { Job } from '../../../infra/jobs.ts';
import { isGatewayPaused, pauseAfter } from '../gateway-pause.ts';
import type { PaymentRecord } from '../orders/payment-model.ts';
import { isAway, logItemError } from '../item-error.ts';
import { findPayment, findPaymentsToCheck, scheduleCheck } from '../orders/payment-repository.ts';
import type { RefundDependencies } from '../refunds/refund-dependencies.ts';
import { settle } from '../settlement/settle.ts';
import { nextLook } from './next-look.ts';
import { rereadPayment } from './reread-payment.ts';

/**
 * At most so many orders a run, of one request each and seldom a second: with a run every ten seconds the gateway sees
 * three a second, also after an outage.
 */
const batchSize = 30;
/** When the gateway or the database was away, or nobody knows what is wrong, the order is looked at again after this. */
const retryMs = 60_000;

/**
 * Asks the gateway about orders, one by one since its lists lag (rule M10). What was paid and never reported is settled:
 * the customer whose browser vanished gets their session or their refund. Payments that were settled are read again
 * daily for a week. While the gateway is away or asks for patience (429) the run ends and everything waits.
 * @returns how many orders were looked at
 */
export async function reconcile(dependencies: RefundDependencies): Promise<number> {
  const now = dependencies.clock.now();
  if (await isGatewayPaused(now)) return 0;
  const due = await findPaymentsToCheck(now, batchSize);
  let looked = 0;
  for (const payment of due) {
    looked += 1;
    if (!(await checkOrder(dependencies, payment))) break;
  }
  return looked;
}

/** @returns false when the rest of the batch would only make things worse */
async function checkOrder(dependencies: RefundDependencies, payment: PaymentRecord): Promise<boolean> {
  const { clock, logger } = dependencies;
  try {
    if (payment.chargeId === null) await settle(dependencies, { paymentId: payment._id });
    else await rereadPayment(dependencies, payment);
    const current = await findPayment(payment._id);
    await scheduleCheck(payment._id, current && (await nextLook(current, clock.now())));
    return true;
  } catch (error) {
    const failure = logItemError(logger, error, { paymentId: payment._id, message: 'order not reconciled yet' });
    const now = clock.now().getTime();
    // An order that the gateway does not know will not be known in a minute: it is asked about by the ladder.
    const byLadder = failure !== null && !isAway(failure);
    await scheduleCheck(payment._id, byLadder ? await nextLook(payment, clock.now()) : new Date(now + retryMs));
    await pauseAfter(failure, clock.now());
    return !isAway(failure);
  }
}

/** The reconciler, every ten seconds. */
export function reconcileJob(dependencies: RefundDependencies): Job {
  return {
    name: 'reconcile',
    cron: '*/10 * * * * *',
    run: async () => {
      await reconcile(dependencies);
    },
  };
}
