import { AppError } from '../../errors.ts';
import type { Job } from '../../infra/jobs.ts';
import { findPaymentByOrder } from './payment-repository.ts';
import { settle } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';
import { findDueEvents, noteEvent } from './webhook-event-repository.ts';

const batchSize = 100;
/** With doubling pauses from five seconds on, the last try comes after about eleven hours. */
const maximumAttempts = 14;
const firstPauseMs = 5_000;

/**
 * Acts on stored events. An event is only a hint that something happened to an order: what is true is asked of the
 * gateway by `settle`, so copies, any order of events, and events after the fact are harmless (rule M1).
 * @returns how many events were looked at
 */
export async function processWebhooks(dependencies: SettleDependencies): Promise<number> {
  const due = await findDueEvents(dependencies.clock.now(), batchSize);
  for (const event of due) await processEvent(dependencies, event);
  return due.length;
}

async function processEvent(dependencies: SettleDependencies, event: WebhookEventRecord): Promise<void> {
  try {
    const payment = event.orderId === null ? null : await findPaymentByOrder(event.orderId);
    if (payment) await settle(dependencies, { paymentId: payment._id });
    await noteEvent(event, { status: payment ? 'processed' : 'ignored' });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const attempts = event.attempts + 1;
    const pauseMs = firstPauseMs * 2 ** event.attempts;
    await noteEvent(event, {
      attempts,
      // The reconciler still looks at the order; an engineer should look at this event.
      status: attempts < maximumAttempts ? 'received' : 'failed',
      lastError: `${error.code}: ${error.message}`,
      nextAttemptAt: new Date(dependencies.clock.now().getTime() + pauseMs),
    });
  }
}

/** The webhook processor, each second. */
export function processWebhooksJob(dependencies: SettleDependencies): Job {
  return {
    name: 'process-webhooks',
    cron: '* * * * * *',
    run: async () => {
      await processWebhooks(dependencies);
    },
  };
}
