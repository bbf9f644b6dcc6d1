import type { RefundDependencies } from '../dependencies.ts';
import { actOnEvent } from './act-on-event.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';
import { workThrough } from '../work-through.ts';
import { findDueEvents, noteEvent } from './webhook-event-repository.ts';

/** An event takes one request, seldom two or three. */
const batchSize = 50;
/** With doubling pauses from five seconds on, the last try comes after about eleven hours. */
const maximumAttempts = 14;
const firstPauseMs = 5_000;

/**
 * Acts on stored events, oldest first.
 * @returns how many events were looked at
 */
export async function processWebhooks(dependencies: RefundDependencies): Promise<number> {
  const { clock } = dependencies;
  return workThrough<WebhookEventRecord>(dependencies, {
    findDue: (provider, now) => findDueEvents(provider, now, batchSize),
    see: async (event) => {
      const isOurs = await actOnEvent(dependencies, event);
      await noteEvent(event, { status: isOurs ? 'processed' : 'ignored' });
    },
    putOff: async (event, failure, error) => {
      const attempts = event.attempts + 1;
      const pauseMs = Math.max(firstPauseMs * 2 ** event.attempts, (failure?.retryAfterSeconds ?? 0) * 1000);
      await noteEvent(event, {
        attempts,
        // The reconciler still looks at the payment; an engineer should look at this event.
        status: attempts < maximumAttempts ? 'received' : 'failed',
        lastError: failure ? `${failure.code}: ${failure.message}` : String(error),
        nextAttemptAt: new Date(clock.now().getTime() + pauseMs),
      });
    },
    describe: ({ _id }) => ({ eventId: _id, message: 'event not acted on yet' }),
  });
}
