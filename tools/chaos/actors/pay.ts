import { wallClockAt } from '@serene/shared/scheduling';
import { dayMs } from '@serene/shared/time';
import { setTimeout as wait } from 'node:timers/promises';
import type { CheckoutReport, PayOutcome } from '../stack/sandbox-control.ts';
import type { Person } from './api-client.ts';
import type { Wish } from './choose-slot.ts';
import type { Role, World } from './world.ts';

/** More than the clock is moved while everything settles down: these sessions are not over then. */
const farAheadMs = 7 * dayMs;

type Checkout = Role & { orderId: string; paymentId: string; wish: Wish };

/** How the checkout goes. */
const ways = {
  pays: 60,
  'pays, to be captured': 12,
  'fails, then pays': 7,
  'pays late': 5,
  'pays twice': 3,
  'pays and releases at once': 3,
  releases: 5,
  dismisses: 5,
};

/** What the page does when the money has gone: tell us now, later, by another door, or never. */
const reports = {
  verifies: 60,
  'verifies twice': 8,
  'verifies late': 8,
  'asks for the session': 8,
  polls: 6,
  vanishes: 10,
};

/** The checkout of a held slot, and what the customer does after it. */
export async function payFor(world: World, person: Person, checkout: Checkout): Promise<void> {
  const way = checkout.random.weighted(ways);
  world.tally.count('did', way);
  const report = await goThroughCheckout(world, person, { ...checkout, way });
  if (report) await tellUs(world, person, { ...checkout, report });
}

async function goThroughCheckout(
  world: World,
  person: Person,
  { orderId, random, way }: Checkout & { way: keyof typeof ways },
): Promise<CheckoutReport | null> {
  const { api, stack } = world;
  const pay = (outcome: PayOutcome) => stack.sandbox.pay(orderId, outcome);
  const release = () => api.call(person, 'DELETE /payments/orders/:id', { params: { id: orderId } });
  await wait(random.between(0, 150));
  if (way === 'dismisses') return null;
  if (way === 'releases') {
    await release();
    return null;
  }
  if (way === 'pays, to be captured') return pay('authorized');
  if (way === 'fails, then pays') await pay('failed');
  if (way === 'pays late') {
    const { razorpay_payment_id } = await pay('late');
    await wait(random.between(200, 4_000));
    return stack.sandbox.approve(razorpay_payment_id);
  }
  if (way === 'pays twice') await pay('authorized');
  if (way === 'pays and releases at once') return (await Promise.all([pay('captured'), release()]))[0];
  return pay('captured');
}

async function tellUs(
  { api, tally, stack }: World,
  person: Person,
  { report, random, orderId, paymentId, wish }: Checkout & { report: CheckoutReport },
): Promise<void> {
  const how = random.weighted(reports);
  tally.count('did', how);
  const verify = async () => {
    const answer = await api.call(person, 'POST /payments/verify', { body: report });
    if (answer.status === 200) {
      tally.count('did', 'was confirmed');
      const isFarAhead = Date.parse(wish.startsAt) > stack.clock.now().getTime() + farAheadMs;
      if (isFarAhead) tally.count('did', 'was confirmed far ahead');
    }
    return answer;
  };
  if (how === 'vanishes') return;
  if (how === 'verifies late') await wait(random.between(500, 5_000));
  if (how === 'verifies twice') await Promise.all([verify(), verify()]);
  else if (how === 'polls') await api.call(person, 'GET /payments/orders/:id', { params: { id: orderId } });
  else if (how === 'asks for the session') {
    const { _id, schedule } = wish.expert.profile;
    const { date, time } = wallClockAt(Date.parse(wish.startsAt), schedule.timezone);
    const slot = { scheduledDate: date, scheduledTime: time, duration: wish.offer.duration };
    await api.call(person, 'POST /sessions', { body: { expertId: _id.toHexString(), ...slot, paymentId } });
  } else {
    const answer = await verify();
    // The page tries again when nobody answered; some people do not wait for that.
    if (answer.status === null && random.chance(0.7)) await verify();
  }
}
