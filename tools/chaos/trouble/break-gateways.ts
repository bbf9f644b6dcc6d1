import type { Role, World } from '../actors/world.ts';
import { afterAnswers } from './pace.ts';

const apiFaults = {
  '429': { fault: '429', retryAfter: 1 },
  '502': { fault: '502' },
  '502 after commit': { fault: '502', afterCommit: true },
  reset: { fault: 'reset' },
  'reset after commit': { fault: 'reset', afterCommit: true },
  truncated: { fault: 'truncated' },
  hang: { fault: 'hang' },
  'hang after commit': { fault: 'hang', afterCommit: true },
  slow: { fault: 'delay', ms: 700 },
};
const names = Object.keys(apiFaults) as (keyof typeof apiFaults)[];

const places = [
  {},
  { method: 'POST', path: '/v1/orders' },
  { method: 'GET', path: '/v1/orders/*/payments' },
  { method: 'GET', path: '/v1/payments/*' },
  { method: 'POST', path: '/v1/payments/*/capture' },
  { method: 'POST', path: '/v1/payments/*/refund' },
];

const calm = { duplicated: false, dropped: false, delayed: 0, reordered: false };
const webhookMoods = {
  calm,
  dropped: { ...calm, dropped: true },
  duplicated: { ...calm, duplicated: true },
  delayed: { ...calm, delayed: 3_000 },
  reordered: { ...calm, reordered: true },
};
const moods = Object.keys(webhookMoods) as (keyof typeof webhookMoods)[];

/** Lets the gateway, its webhooks and the mail server fail in every way they can, until the run ends. */
export async function breakGateways({ stack, tally }: World, { random, signal }: Role): Promise<void> {
  while (!signal.aborted) {
    await afterAnswers(random.between(20, 80), { tally, signal });
    const fault = random.pick(names);
    const count = random.between(1, 3);
    await stack.sandbox.addFaults({ api: [{ ...apiFaults[fault], ...random.pick(places), count }] });
    tally.count('gateway faults', fault, count);
    if (random.chance(0.3)) {
      const mood = random.pick(moods);
      await stack.sandbox.addFaults({ webhooks: webhookMoods[mood] });
      tally.count('webhook faults', mood);
    }
    if (random.chance(0.2)) {
      await stack.sandbox.addFaults({
        refunds: random.pick(['processed', 'processed', 'pending']),
        listLagSeconds: random.pick([0, 0, 30]),
      });
    }
    if (random.chance(0.2)) {
      const kind = random.pick(['defer', 'drop', 'lose-answer'] as const);
      stack.postOffice.faults.set({ kind, times: 1 });
      tally.count('mail faults', kind);
    }
    if (random.chance(0.3)) await finishSomeRefunds({ stack }, random);
  }
}

/** Refunds that the gateway left pending come to an end, good or bad. */
async function finishSomeRefunds({ stack }: Pick<World, 'stack'>, random: Role['random']): Promise<void> {
  const { refunds } = await stack.sandbox.state();
  for (const { id } of refunds.filter(({ status }) => status === 'pending')) {
    await stack.sandbox.finishRefund(id, random.chance(0.8) ? 'processed' : 'failed');
  }
}
