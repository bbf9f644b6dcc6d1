import { endpoints, type SessionType } from '@serene/shared/contracts';
import type { z } from 'zod';
import { expectStatus, type BookingWorld } from './booking-world.ts';

type Body = z.input<(typeof endpoints)['POST /scheduling/session-types']['body']>;

/** A talk of 45 minutes for 1,200 rupees that everybody can book. */
export function offerBody(overrides: Partial<Body> = {}): Body {
  return {
    title: 'Sleep consultation',
    durationMinutes: 45,
    price: 1_200,
    currency: 'INR',
    category: 'specialized',
    access: 'public',
    ...overrides,
  };
}

/** An expert offers something, by the API. */
export async function offer(
  world: BookingWorld,
  expert: { token: string },
  overrides: Partial<Body> = {},
): Promise<SessionType> {
  const answer = await world.post('/scheduling/session-types', expert, offerBody(overrides));
  return endpoints['POST /scheduling/session-types'].responses[201].parse(expectStatus(answer, 201)).sessionType;
}
