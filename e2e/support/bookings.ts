import { endpoints, type Booking, type Order, type Session } from '@serene/shared/contracts';
import { type SignedIn, viewerZone } from './accounts.ts';
import { payOrder } from './gateway.ts';
import type { FreeSlot } from './slots.ts';
import type { Stack } from './stack.ts';

/** What other people do meanwhile, as programs do it: through the API, without a browser. */

/** Holds a slot, which opens an order. */
export async function hold(stack: Stack, customer: SignedIn, slot: FreeSlot): Promise<Order> {
  const { expertId, date, time, duration, startsAt, amount, currency } = slot;
  const notes = { expertId, sessionDate: date, sessionTime: time, duration, timezone: viewerZone, startsAt };
  const answer = await post(stack, '/payments/create-order', { customer, body: { amount, currency, notes } });
  return endpoints['POST /payments/create-order'].responses[201].parse(answer);
}

/** Holds a slot of any offer without a checkout, as `/scheduling` does. */
export async function holdWithoutCheckout(stack: Stack, customer: SignedIn, slot: FreeSlot): Promise<Booking> {
  const { expertId, sessionTypeId = null, startsAt, duration } = slot;
  const endTime = new Date(Date.parse(startsAt) + duration * 60_000).toISOString();
  const body = { expertId, sessionTypeId, startTime: startsAt, endTime };
  const answer = await post(stack, '/scheduling/bookings', { customer, body });
  return endpoints['POST /scheduling/bookings'].responses[201].parse(answer).booking;
}

/** Holds a slot, pays for it at the gateway, and reports that. */
export async function book(stack: Stack, customer: SignedIn, slot: FreeSlot): Promise<Session> {
  const { orderId } = await hold(stack, customer, slot);
  const answer = await post(stack, '/payments/verify', { customer, body: await payOrder(stack, orderId) });
  return endpoints['POST /payments/verify'].responses[200].parse(answer).session;
}

async function post(stack: Stack, path: string, { customer, body }: { customer: SignedIn; body: unknown }) {
  const response = await fetch(`${stack.apiUrl}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${customer.token}` },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
