import type { Clock } from '../../../../server/src/infra/clock.ts';
import type { Faults } from '../faults.ts';
import { signWebhook } from '../signing.ts';
import { newSuffix } from '../state/ids.ts';
import type { Delivery } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { toWebhookBody, type GatewayEvent } from './events.ts';
import { retryDelayMs } from './ladder.ts';
import { createPoster } from './poster.ts';

export type WebhookOptions = {
  store: Store;
  clock: Clock;
  faults: Faults;
  /** Where events go; without it they are recorded as dropped. */
  url: string | undefined;
  secret: string;
  /** Compresses the retry ladder. */
  ladderScale: number;
  timeoutMs: number;
  log: (line: string) => void;
};

/** Sends events at least once, with retries that survive a restart. */
export type Webhooks = {
  /** The deliveries to store together with what they report. */
  prepare(events: readonly GatewayEvent[]): Delivery[];
  /** Begins to deliver what one operation caused, one after the other. */
  send(deliveries: readonly Delivery[]): void;
  /** Takes up what an earlier process left undelivered. */
  resume(): void;
  /** Retries what has become due because the clock was moved. */
  retryDue(): void;
  close(): Promise<void>;
};

const longestTimer = 2 ** 31 - 1;

export function createWebhooks(options: WebhookOptions): Webhooks {
  const { store, clock, faults, ladderScale } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const poster = createPoster(options.timeoutMs);
  let isClosed = false;

  const now = () => clock.now().getTime();

  function prepare(events: readonly GatewayEvent[]): Delivery[] {
    const isDropped = options.url === undefined || faults.webhooks().dropped === true;
    return events.map((event) => ({
      id: newSuffix(),
      event: event.event,
      body: toWebhookBody(event, Math.floor(now() / 1000)),
      status: isDropped ? 'dropped' : 'pending',
      attempts: 0,
      lastOutcome: null,
      dueAt: now() + (faults.webhooks().delayed ?? 0),
    }));
  }

  function send(deliveries: readonly Delivery[]): void {
    const pending = deliveries.filter(({ status }) => status === 'pending').map(({ id }) => id);
    const [first] = pending;
    if (first === undefined) return;
    const inTurn = faults.webhooks().reordered ? pending.toReversed() : pending;
    wait(first, faults.webhooks().delayed ?? 0, () => attemptInTurn(inTurn));
  }

  async function attemptInTurn(ids: readonly string[]): Promise<void> {
    for (const id of ids) await attempt(id);
  }

  async function attempt(id: string): Promise<void> {
    const delivery = store.deliveries.get(id);
    if (!delivery || delivery.status !== 'pending' || isClosed) return;
    const outcomes = [await post(delivery)];
    if (faults.webhooks().duplicated) outcomes.push(await post(delivery));
    if (isClosed) return;
    record(delivery, outcomes);
  }

  function post({ id, body }: Delivery): Promise<string> {
    const signature = signWebhook(body, options.secret);
    return poster.post({ url: options.url ?? '', id, body, signature });
  }

  function record(delivery: Delivery, outcomes: readonly string[]): void {
    const attempts = delivery.attempts + outcomes.length;
    const lastOutcome = outcomes.at(-1) ?? null;
    const isDelivered = outcomes.some((outcome) => /^2\d\d$/.test(outcome));
    const delay = isDelivered ? null : retryDelayMs(delivery.event, attempts, ladderScale);
    const tried = { ...delivery, attempts, lastOutcome };
    if (delay === null) {
      store.commit({ deliveries: [{ ...tried, status: isDelivered ? 'delivered' : 'exhausted' }] });
      return;
    }
    store.commit({ deliveries: [{ ...tried, dueAt: now() + delay }] });
    wait(delivery.id, delay, () => attempt(delivery.id));
  }

  function wait(id: string, ms: number, work: () => Promise<void>): void {
    timers.set(
      id,
      setTimeout(() => start(id, work), Math.min(ms, longestTimer)),
    );
  }

  function start(id: string, work: () => Promise<void>): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const run = work()
      .catch((error: unknown) => options.log(`A webhook could not be recorded: ${String(error)}`))
      .finally(() => running.delete(run));
    running.add(run);
  }

  function resume(): void {
    if (options.url === undefined) return;
    for (const { id, status, dueAt } of store.deliveries.values()) {
      if (status === 'pending') wait(id, Math.max(0, dueAt - now()), () => attempt(id));
    }
  }

  function retryDue(): void {
    for (const id of timers.keys()) {
      const delivery = store.deliveries.get(id);
      if (delivery && delivery.attempts > 0 && delivery.dueAt <= now()) start(id, () => attempt(id));
    }
  }

  async function close(): Promise<void> {
    isClosed = true;
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    poster.close();
    await Promise.all(running);
  }

  return { prepare, send, resume, retryDue, close };
}
