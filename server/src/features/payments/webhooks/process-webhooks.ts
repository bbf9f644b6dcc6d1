import type { Job } from '../../../infra/jobs.ts';
import { isAway, logItemError } from '../item-error.ts';
import type { RefundDependencies } from '../refunds/refund-dependencies.ts';
import { isGatewayPaused, pauseAfter } from '../gateway-pause.ts';
import { actOnEvent } from './act-on-event.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';
import { findDueEvents, noteEvent } from './webhook-event-repository.ts';

/** An event takes one request, seldom two or three. */
const batchSize = 50;
/** With doubling pauses from five seconds on, the last try comes after about eleven hours. */
const maximumAttempts = 14;
const firstPauseMs = 5_000;

/**
 * Acts on stored events, oldest first. While the gateway is away or asks for patience (429) the run ends and everything
 * waits.
 * @returns how many events were looked at
 */
export async function processWebhooks(dependencies: RefundDependencies): Promise<number> {
  const now = dependencies.clock.now();
  if (await isGatewayPaused(now)) return 0;
  const due = await findDueEvents(now, batchSize);
  let looked = 0;
  for (const event of due) {
    looked += 1;
    if (!(await processEvent(dependencies, event))) break;
  }
  return looked;
}

/** @returns false when the rest of the batch would only make things worse */
async function processEvent(dependencies: RefundDependencies, event: WebhookEventRecord): Promise<boolean> {
  try {
    const isOurs = await actOnEvent(dependencies, event);
    await noteEvent(event, { status: isOurs ? 'processed' : 'ignored' });
    return true;
  } catch (error) {
    const failure = logItemError(dependencies.logger, error, { eventId: event._id, message: 'event not acted on yet' });
    const attempts = event.attempts + 1;
    const now = dependencies.clock.now();
    const pauseMs = Math.max(firstPauseMs * 2 ** event.attempts, (failure?.retryAfterSeconds ?? 0) * 1000);
    await noteEvent(event, {
      attempts,
      // The reconciler still looks at the order; an engineer should look at this event.
      status: attempts < maximumAttempts ? 'received' : 'failed',
      lastError: failure ? `${failure.code}: ${failure.message}` : String(error),
      nextAttemptAt: new Date(now.getTime() + pauseMs),
    });
    await pauseAfter(failure, now);
    return !isAway(failure);
  }
}

/** The webhook processor, each second. */
export function processWebhooksJob(dependencies: RefundDependencies): Job {
  return {
    name: 'process-webhooks',
    cron: '* * * * * *',
    run: async () => {
      await processWebhooks(dependencies);
    },
  };
}
