import { startJobs } from '../src/infra/jobs.ts';
import { createLogger } from '../src/infra/logger.ts';
import { PaymentModel, processWebhooksJob, receiveWebhook, reconcileJob } from '../src/features/payments/index.ts';
import { gateway, type Report } from './book.ts';
import { benchClock, benchNow } from './fixtures.ts';

const supportEmail = 'support@example.com';
const dependencies = { clock: benchClock, gateway, logger: createLogger('warn'), supportEmail };

/** Far more than a run of either job takes. */
const patienceMs = 60_000;

/** The events that the gateway sends of a captured payment. */
export const eventsOfPayment = ['payment.captured', 'order.paid'] as const;

/** The gateway's events of a payment come in, as its webhook delivers them. */
export const deliverEvents: Report = async ({ orderId, providerPaymentId }) => {
  for (const event of eventsOfPayment) {
    const payment = { entity: { id: providerPaymentId, order_id: orderId } };
    const rawBody = Buffer.from(JSON.stringify({ event, payload: { payment } }));
    const eventId = `${event.replace('.', '-')}-${providerPaymentId}`;
    await receiveWebhook(dependencies, { rawBody, signature: 'not looked at', eventId });
  }
};

/**
 * Starts webhook processor and reconciler on the schedule of the product. The reconciler has all that is settled so far
 * to read again.
 * @returns stops them
 */
export async function startBackgroundJobs(): Promise<() => Promise<void>> {
  await PaymentModel.updateMany({ status: 'success' }, { $set: { nextCheckAt: benchNow } });
  const stopJobs = startJobs([processWebhooksJob(dependencies), reconcileJob(dependencies)], dependencies);
  return async () => {
    await stopJobs(patienceMs);
  };
}
