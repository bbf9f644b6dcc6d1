import { startJobs, type Job } from '../../server/src/infra/jobs.ts';
import { createLogger } from '../../server/src/infra/logger.ts';
import { PaymentModel, processWebhooks, receiveWebhook, reconcile } from '../../server/src/features/payments/index.ts';
import { gateway, gateways, type Report } from './book.ts';
import { benchClock, benchNow } from './fixtures.ts';

const supportEmail = 'support@example.com';
const dependencies = { clock: benchClock, gateways, logger: createLogger('warn'), supportEmail };

const jobs: Job[] = [
  { name: 'process-webhooks', cron: '* * * * * *', run: () => processWebhooks(dependencies) },
  { name: 'reconcile', cron: '*/10 * * * * *', run: () => reconcile(dependencies) },
];

/** Far more than a run of either job takes. */
const patienceMs = 60_000;

/** The events that the gateway sends of a captured payment. */
export const eventsOfPayment = ['payment.captured', 'order.paid'] as const;

/** The gateway's events of a payment come in, as its webhook delivers them. */
export const deliverEvents: Report = async ({ orderId, providerPaymentId }) => {
  for (const event of eventsOfPayment) {
    const id = `${event.replace('.', '-')}-${providerPaymentId}`;
    const said = { id, type: event, checkoutId: orderId, attemptId: providerPaymentId, disputeId: null, payload: {} };
    const rawBody = Buffer.from(JSON.stringify(said));
    await receiveWebhook({ gateway, clock: benchClock }, { rawBody, headers: {} });
  }
};

/**
 * Starts webhook processor and reconciler on the schedule of the product. The reconciler has all that is settled so far
 * to read again.
 * @returns stops them
 */
export async function startBackgroundJobs(): Promise<() => Promise<void>> {
  await PaymentModel.updateMany({ status: 'success' }, { $set: { nextCheckAt: benchNow } });
  const stopJobs = startJobs(jobs, dependencies);
  return async () => {
    await stopJobs(patienceMs);
  };
}
