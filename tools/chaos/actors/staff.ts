import type { EndpointKey, Session } from '@serene/shared/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosExpert } from './market.ts';
import type { Role, World } from './world.ts';

/** An expert looks after their requests and sessions now and then, until the run ends. */
export async function liveAsExpert(world: World, { person }: ChaosExpert, { random, signal }: Role): Promise<void> {
  const { api, tally } = world;
  while (!signal.aborted) {
    await wait(random.between(300, 1_500));
    const when = random.chance(0.7) ? 'upcoming' : 'past';
    const answer = await api.call(person, 'GET /sessions', { query: { as: 'expert', when } });
    if (!('body' in answer)) continue;
    for (const session of answer.body.sessions) {
      const deed = decide(session, { random, now: Date.parse(answer.body.serverTime) });
      if (!deed) continue;
      const { status } = await api.call(person, deed.key, { params: { id: session.id }, body: deed.body });
      tally.count('did', status === 200 ? deed.name : `${deed.name}: not done`);
    }
  }
}

type Deed = { name: string; key: EndpointKey; body: object };

function decide(session: Session, { random, now }: Pick<Role, 'random'> & { now: number }): Deed | null {
  if (session.status === 'pending' && random.chance(0.4)) {
    const isAccepted = random.chance(0.7);
    if (isAccepted) return { name: 'expert accepts', key: 'POST /sessions/:id/accept', body: {} };
    return { name: 'expert rejects', key: 'POST /sessions/:id/reject', body: { reason: 'That week is full.' } };
  }
  const hasBegun = Date.parse(session.startsAt) <= now;
  if (hasBegun && random.chance(0.1)) {
    const noShowBy = random.pick(['customer', 'expert'] as const);
    return { name: `expert reports no-show by ${noShowBy}`, key: 'POST /sessions/:id/no-show', body: { noShowBy } };
  }
  if (hasBegun && random.chance(0.3)) return { name: 'expert completes', key: 'POST /sessions/:id/complete', body: {} };
  if (!hasBegun && random.chance(0.01)) return { name: 'expert cancels', key: 'POST /sessions/:id/cancel', body: {} };
  return null;
}

/** An admin returns some money now and then, at times twice by mistake, until the run ends. */
export async function liveAsAdmin(world: World, { random, signal }: Role): Promise<void> {
  const { api, market, paymentIds, tally } = world;
  while (!signal.aborted) {
    await wait(random.between(1_500, 4_000));
    if (paymentIds.length === 0) continue;
    const id = random.pick(paymentIds);
    const body = {
      amountMinor: random.pick([100, 5_000, 75_000, 150_000]),
      reason: 'Goodwill',
      idempotencyKey: `goodwill-${random.between(1, 1_000_000)}`,
    };
    const refund = () => api.call(market.admin, 'POST /payments/:id/refund', { params: { id }, body });
    const answers = await Promise.all(random.chance(0.3) ? [refund(), refund()] : [refund()]);
    const done = answers.some(({ status }) => status === 200);
    tally.count('did', done ? 'admin refunds' : 'admin refunds: not done');
  }
}
