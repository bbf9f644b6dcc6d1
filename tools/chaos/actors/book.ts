import { priceMinor, toMajorUnits } from '@serene/shared/money';
import { wallClockAt } from '@serene/shared/scheduling';
import type { Person } from './api-client.ts';
import { chooseSlot, type Wish } from './choose-slot.ts';
import { payFor } from './pay.ts';
import type { Role, World } from './world.ts';

/** A customer wants a session, and does what customers do on the way to it. */
export async function book(world: World, person: Person, role: Role): Promise<void> {
  const wish = await chooseSlot(world, person, role);
  if (!wish) return;
  if (wish.expert.profile.rateMinor === 0) await bookFree(world, person, wish);
  else await bookPaid(world, person, { ...role, wish });
}

async function bookFree({ api, tally }: World, person: Person, { expert, startsAt, duration }: Wish): Promise<void> {
  const { date, time } = wallClockAt(Date.parse(startsAt), expert.profile.schedule.timezone);
  const answer = await api.call(person, 'POST /sessions', {
    body: { expertId: expert.profile._id.toHexString(), scheduledDate: date, scheduledTime: time, duration },
  });
  if ('body' in answer) tally.count('did', 'booked for free');
}

async function bookPaid(world: World, person: Person, { wish, ...role }: Role & { wish: Wish }): Promise<void> {
  const { api, paymentIds } = world;
  const body = orderBody(wish);
  const ask = () => api.call(person, 'POST /payments/create-order', { body });
  // Some press the button twice, or again when nobody answers.
  const [first, second] = await Promise.all([ask(), role.random.chance(0.05) ? ask() : null]);
  const again = first.status === null || ('code' in first && first.code === 'GATEWAY_UNAVAILABLE');
  const answer = again ? (second ?? (await ask())) : first;
  if (!('body' in answer)) return;
  const { orderId, paymentId } = answer.body;
  paymentIds.push(paymentId);
  world.tally.count('did', 'held a slot');
  await payFor(world, person, { ...role, orderId, paymentId, wish });
}

/** What the picker sends. */
function orderBody({ expert: { profile }, startsAt, duration }: Wish): object {
  const { timezone } = profile.schedule;
  const { date, time } = wallClockAt(Date.parse(startsAt), timezone);
  return {
    amount: toMajorUnits(priceMinor(profile.rateMinor, duration), profile.currency),
    currency: profile.currency,
    notes: {
      expertId: profile._id.toHexString(),
      sessionDate: date,
      sessionTime: time,
      duration,
      timezone,
      startsAt,
    },
  };
}
