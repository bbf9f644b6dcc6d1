import type { Person } from './api-client.ts';
import type { Wish } from './choose-slot.ts';
import { payFor } from './pay.ts';
import type { Role, World } from './world.ts';

/** A booking that a customer made, and what they wanted. */
export type Remembered = { bookingId: string; wish: Wish };

const ways = { pays: 80, cancels: 8, 'pays and cancels at once': 6, 'looks, then pays': 6 };

/** A time is held without a checkout: its customer opens one, gives the time back, or both at once. */
export async function payForHold(
  world: World,
  { person, remembered, ...role }: Role & { person: Person; remembered: Remembered[] },
  held: Remembered,
): Promise<void> {
  const { api, tally } = world;
  const { bookingId, wish } = held;
  remembered.push(held);
  tally.count('did', 'held a slot without a checkout');
  const way = role.random.weighted(ways);
  const params = { id: bookingId };
  const cancel = async () => {
    const { status } = await api.call(person, 'PATCH /scheduling/bookings/:id', {
      params,
      body: { status: 'CANCELLED' },
    });
    tally.count('did', status === 200 ? 'cancels a hold' : 'cancels a hold: not done');
  };
  if (way === 'cancels') {
    await cancel();
    return;
  }
  if (way === 'looks, then pays') await api.call(person, 'GET /scheduling/bookings/:id', { params });
  const open = () => api.call(person, 'POST /payments/create-order', { body: { bookingId } });
  const [first] = await Promise.all([open(), way === 'pays and cancels at once' ? cancel() : null]);
  const answer = first.status === null ? await open() : first;
  if (!('body' in answer)) return;
  const { orderId, paymentId } = answer.body;
  world.paymentIds.push(paymentId);
  tally.count('did', 'opens the checkout of a hold');
  await payFor(world, person, { ...role, orderId, paymentId, wish });
}
