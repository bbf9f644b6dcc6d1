import { minuteMs } from '@serene/shared/time';
import type { PaymentRecord } from '../records/payment-model.ts';
import { isAway } from '../item-error.ts';
import { findPayment, findPaymentsToCheck, scheduleCheck } from '../records/payment-repository.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { settle } from '../settlement/settle.ts';
import { nextCheck } from '../records/next-check.ts';
import { rereadPayment } from './reread-payment.ts';
import { workThrough } from '../work-through.ts';

/**
 * At most so many orders a run, of one request each and seldom a second: with a run every ten seconds the gateway sees
 * three a second, also after an outage.
 */
const batchSize = 30;
/** When the gateway or the database was away, or nobody knows what is wrong, the order is looked at again after this. */
const retryMs = minuteMs;

/**
 * Asks the gateway about orders, one by one since its lists lag (rule M10). What was paid and never reported is settled:
 * the customer whose browser vanished gets their session or their refund. Payments that were settled are read again
 * daily for a week.
 * @returns how many payments were looked at
 */
export async function reconcile(dependencies: RefundDependencies): Promise<number> {
  const { clock } = dependencies;
  return workThrough<PaymentRecord>(dependencies, {
    findDue: (provider, now) => findPaymentsToCheck(provider, now, batchSize),
    see: (payment) => check(dependencies, payment),
    putOff: async (payment, failure) => {
      const now = clock.now();
      // A payment that the gateway does not know will not be known in a minute: it is asked about by the ladder.
      const byLadder = failure !== null && !isAway(failure);
      await scheduleCheck(payment._id, byLadder ? await nextCheck(payment, now) : new Date(now.getTime() + retryMs));
    },
    describe: ({ _id }) => ({ paymentId: _id, message: 'payment not reconciled yet' }),
  });
}

async function check(dependencies: RefundDependencies, payment: PaymentRecord): Promise<void> {
  if (payment.chargeId === null) await settle(dependencies, { paymentId: payment._id });
  else await rereadPayment(dependencies, payment);
  const current = await findPayment(payment._id);
  await scheduleCheck(payment._id, current && (await nextCheck(current, dependencies.clock.now())));
}
