import { type Duration, nextFreeStart } from '@serene/shared/scheduling';
import type { UserRecord } from '../../../server/src/features/auth/index.ts';
import { loadSlotQuery, nothingTold } from '../../../server/src/features/availability/index.ts';
import { completeSession, rateSession } from '../../../server/src/features/bookings/index.ts';
import { hourlyOfferOf, type ExpertRecord } from '../../../server/src/features/experts/index.ts';
import { OutboxModel } from '../../../server/src/features/notifications/index.ts';
import { createOrder, settle } from '../../../server/src/features/payments/index.ts';
import { SessionModel, type SessionRecord } from '../../../server/src/features/sessions/index.ts';
import type { Principal } from '../../../server/src/http/principal.ts';
import type { Gateways } from '../../../server/src/gateways/payment/registry.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';
import type { Logger } from '../../../server/src/infra/logger.ts';

type BookingDependencies = { clock: Clock; gateways: Gateways; sandboxUrl: string; logger: Logger };

const dayMs = 24 * 60 * 60_000;

type DemoReview = { rating: number; review: string };

/** Which expert, how many days from now, how long; what the customer wrote about one that is over. */
const demoBookings: readonly { expertIndex: number; daysFromNow: number; duration: Duration; review?: DemoReview }[] = [
  {
    expertIndex: 0,
    daysFromNow: -9,
    duration: 60,
    review: { rating: 5, review: 'She listened first. The breathing exercise helped me the same night.' },
  },
  {
    expertIndex: 2,
    daysFromNow: -16,
    duration: 30,
    review: { rating: 4, review: 'Calm and to the point. I would have liked some more time at the end.' },
  },
  { expertIndex: 0, daysFromNow: 2, duration: 60 },
  { expertIndex: 1, daysFromNow: 5, duration: 30 },
  { expertIndex: 2, daysFromNow: 8, duration: 90 },
];

/**
 * Books some sessions for the demo customer by the product's own use cases, paid at the sandbox: data that no real
 * booking could have made would prove nothing. Does nothing when the customer has a session already.
 */
export async function seedBookings(
  dependencies: BookingDependencies,
  { customer, experts }: { customer: UserRecord; experts: readonly ExpertRecord[] },
): Promise<void> {
  if (await SessionModel.exists({ userId: customer._id })) return;
  for (const { expertIndex, daysFromNow, duration, review } of demoBookings) {
    const expert = experts[expertIndex];
    if (!expert) continue;
    const bookedAt = new Date(dependencies.clock.now().getTime() + Math.min(daysFromNow - 3, 0) * dayMs);
    const around = dependencies.clock.now().getTime() + daysFromNow * dayMs;
    const wish = { customer, expert, around, duration };
    const session = await bookOne({ ...dependencies, clock: { now: () => bookedAt } }, wish);
    if (session && review) await closeWithReview(session, { customer, expert, review });
  }
  // Nobody wants news of sessions that are over.
  await OutboxModel.deleteMany({ 'data.startsAt': { $lt: dependencies.clock.now() } });
}

type Wish = { customer: UserRecord; expert: ExpertRecord; around: number; duration: Duration };

async function bookOne(dependencies: BookingDependencies, wish: Wish): Promise<SessionRecord | null> {
  const { customer, expert, around, duration } = wish;
  const { clock, sandboxUrl } = dependencies;
  const range = {
    from: around,
    to: around + 7 * dayMs,
    now: clock.now(),
    terms: hourlyOfferOf(expert).terms(duration),
  };
  const start = nextFreeStart(await loadSlotQuery({ expert, ...range }));
  if (start === null) return null;
  const { payment, checkout } = await createOrder(
    { ...dependencies, holdMinutes: 10 },
    {
      wish: {
        ...nothingTold,
        expertId: expert._id,
        userId: customer._id,
        startsAt: new Date(start),
        duration,
        clientTimezone: null,
      },
      shown: { amountMinor: hourlyOfferOf(expert).priceMinor(duration), currency: expert.currency },
      network: null,
    },
  );
  const paid = await fetch(`${sandboxUrl}/_sandbox/orders/${checkout.id}/pay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ outcome: 'captured' }),
  });
  if (!paid.ok) throw new Error(`The sandbox refused a demo payment: ${paid.status} ${await paid.text()}`);
  const settlement = await settle(dependencies, { paymentId: payment._id });
  if (settlement.outcome !== 'settled') throw new Error(`A demo booking ended as ${settlement.outcome}.`);
  return settlement.session;
}

async function closeWithReview(
  { _id, endsAt }: SessionRecord,
  { customer, expert, review }: { customer: UserRecord; expert: ExpertRecord; review: DemoReview },
): Promise<void> {
  const sessionId = _id.toHexString();
  const dependencies = { clock: { now: () => endsAt } };
  const host: Principal = { userId: expert.userId, roles: ['customer', 'expert'], expertId: expert._id };
  const guest: Principal = { userId: customer._id, roles: ['customer'], expertId: null };
  await completeSession(dependencies, { sessionId, principal: host });
  await rateSession(dependencies, { sessionId, principal: guest, ...review });
}
