import { AppError } from '../../errors.ts';
import type { Job } from '../../infra/jobs.ts';
import type { PaymentRecord } from './payment-model.ts';
import { findPaymentsToCheck, scheduleCheck } from './payment-repository.ts';
import { settle } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** When an order is asked about, counted from its creation (rule M10). */
export const checkLadderMs = [
  2 * minuteMs,
  15 * minuteMs,
  hourMs,
  6 * hourMs,
  ...[1, 2, 3, 4, 5].map((day) => day * dayMs),
];

/** At most so many orders a run: with one run every ten seconds the gateway sees six a second, also after an outage. */
const batchSize = 60;
/** When the gateway or the database was away, the order is looked at again after this. */
const retryMs = minuteMs;

/**
 * Asks the gateway about orders that nobody finished, one by one since its lists lag, and settles what was paid: the
 * customer whose browser vanished gets their session or their refund (rule M10).
 * @returns how many orders were looked at
 */
export async function reconcile(dependencies: SettleDependencies): Promise<number> {
  const due = await findPaymentsToCheck(dependencies.clock.now(), batchSize);
  let looked = 0;
  for (const payment of due) {
    looked += 1;
    if (!(await checkOrder(dependencies, payment))) break;
  }
  return looked;
}

/** @returns false when the gateway or the database is away: the rest of the batch would only make that worse */
async function checkOrder(dependencies: SettleDependencies, payment: PaymentRecord): Promise<boolean> {
  try {
    const { outcome } = await settle(dependencies, { paymentId: payment._id });
    await scheduleCheck(payment._id, outcome === 'pending' ? nextCheck(payment, dependencies.clock.now()) : null);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    dependencies.logger.warn({ err: error, paymentId: payment._id }, 'order not reconciled yet');
    await scheduleCheck(payment._id, new Date(dependencies.clock.now().getTime() + retryMs));
    return error.code !== 'GATEWAY_UNAVAILABLE' && error.code !== 'BUSY';
  }
}

/** The next rung that still lies ahead; null after the last. */
function nextCheck(payment: PaymentRecord, now: Date): Date | null {
  const rung = checkLadderMs.find((afterMs) => payment.createdAt.getTime() + afterMs > now.getTime());
  return rung === undefined ? null : new Date(payment.createdAt.getTime() + rung);
}

/** The reconciler, every ten seconds. */
export function reconcileJob(dependencies: SettleDependencies): Job {
  return {
    name: 'reconcile',
    cron: '*/10 * * * * *',
    run: async () => {
      await reconcile(dependencies);
    },
  };
}
