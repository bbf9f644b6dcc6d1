import { endpoints, type Booking } from '@serene/shared/contracts';
import { expectStatus, thursdayAt2, type BookingWorld, type TestPerson } from './booking-world.ts';

/** The end of 45 minutes that begin on Thursday at 2. */
export const until245 = '2026-01-15T09:15:00.000Z';

type Wanted = { expertId: string; sessionTypeId: string | null; startTime?: string; endTime?: string };

/** The body of `POST /scheduling/bookings`, for Thursday at 2 unless said. */
export function wanted(
  { expertId, sessionTypeId, startTime = thursdayAt2, endTime = until245 }: Wanted,
  more: object = {},
): object {
  return { expertId, sessionTypeId, startTime, endTime, ...more };
}

/** The body that asks for a session type. */
export function wantedOf({ id, expertId }: { id: string; expertId: string }, more: object = {}): object {
  return wanted({ expertId, sessionTypeId: id }, more);
}

/** Holds, or books what is free, and expects that to work. */
export async function holdBooking(world: BookingWorld, person: TestPerson, body: object): Promise<Booking> {
  const answer = await world.post('/scheduling/bookings', person, body);
  return endpoints['POST /scheduling/bookings'].responses[201].parse(expectStatus(answer, 201)).booking;
}

/** The booking as a person sees it, once the gateway was asked. */
export async function showBooking(world: BookingWorld, person: { token: string }, id: string): Promise<Booking> {
  const answer = await world.get(`/scheduling/bookings/${id}`, person);
  return endpoints['GET /scheduling/bookings/:id'].responses[200].parse(expectStatus(answer, 200)).booking;
}

/** Opens the checkout of a held booking and expects that to work. */
export async function openBooking(world: BookingWorld, person: TestPerson, bookingId: string) {
  const answer = await world.post('/payments/create-order', person, { bookingId });
  return endpoints['POST /payments/create-order'].responses[201].parse(expectStatus(answer, 201));
}
