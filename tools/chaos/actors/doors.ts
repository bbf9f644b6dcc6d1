import { toMajorUnits } from '@serene/shared/money';
import { wallClockAt } from '@serene/shared/scheduling';
import { minuteMs } from '@serene/shared/time';
import type { Person } from './api-client.ts';
import type { BookingRequest } from './ask-to-book.ts';
import type { Wish } from './choose-slot.ts';
import type { World } from './world.ts';

/** What is written for the expert names the key, so that the rows of one key can be counted afterwards. */
const noteOf = (key: string | null) => (key === null ? {} : { note: key });
const notesOf = (key: string | null) => (key === null ? {} : { notes: key });

/** `POST /payments/create-order` with all of the wish, as the picker sends it. */
export function byCreateOrder(
  { api }: World,
  person: Person,
  wish: Wish,
): BookingRequest<'POST /payments/create-order'> {
  const { profile } = wish.expert;
  const { timezone } = profile.schedule;
  const { date, time } = wallClockAt(Date.parse(wish.startsAt), timezone);
  const { sessionTypeId, duration, priceMinor } = wish.offer;
  const type = sessionTypeId === null ? {} : { sessionTypeId, answers: answersTo(wish) };
  const slot = { sessionDate: date, sessionTime: time, duration, timezone, startsAt: wish.startsAt };
  const price = { amount: toMajorUnits(priceMinor, profile.currency), currency: profile.currency };
  const expertId = profile._id.toHexString();
  return {
    send: (key) =>
      api.call(person, 'POST /payments/create-order', {
        key,
        body: { ...price, notes: { expertId, ...slot, ...type, ...noteOf(key) } },
      }),
    bookingIdOf: (answer) => ('body' in answer ? answer.body.bookingId : null),
  };
}

/** `POST /scheduling/bookings`, which holds what is to be paid and books what is free. */
export function byHold({ api }: World, person: Person, wish: Wish): BookingRequest<'POST /scheduling/bookings'> {
  const expertId = wish.expert.profile._id.toHexString();
  return {
    send: (key) =>
      api.call(person, 'POST /scheduling/bookings', {
        key,
        body: { expertId, ...timesOf(wish), ...toldOf(wish), ...notesOf(key) },
      }),
    bookingIdOf: (answer) => ('body' in answer ? answer.body.booking.id : null),
  };
}

/** `POST /scheduling/bookings/confirm`. */
export function byConfirm(
  { api }: World,
  person: Person,
  wish: Wish,
): BookingRequest<'POST /scheduling/bookings/confirm'> {
  const expertId = wish.expert.profile._id.toHexString();
  const clientDetails = { name: 'Asha Nair', email: 'asha@example.com', timezone: 'Asia/Kolkata' };
  return {
    send: (key) =>
      api.call(person, 'POST /scheduling/bookings/confirm', {
        key,
        body: { expertId, timeSlot: timesOf(wish), clientDetails, ...toldOf(wish), ...notesOf(key) },
      }),
    bookingIdOf: (answer) => ('body' in answer ? answer.body.booking.id : null),
  };
}

/** `POST /scheduling/bookings/:id/retry` of a booking whose hold has ended. */
export function byRetry(
  { api }: World,
  person: Person,
  id: string,
): BookingRequest<'POST /scheduling/bookings/:id/retry'> {
  return {
    send: (key) => api.call(person, 'POST /scheduling/bookings/:id/retry', { key, params: { id } }),
    bookingIdOf: (answer) => ('body' in answer ? answer.body.booking.id : null),
  };
}

function timesOf({ startsAt, offer }: Wish): { startTime: string; endTime: string } {
  const endsAt = new Date(Date.parse(startsAt) + offer.duration * minuteMs);
  return { startTime: startsAt, endTime: endsAt.toISOString() };
}

function toldOf(wish: Wish): object {
  const { sessionTypeId, priceMinor } = wish.offer;
  const amount = toMajorUnits(priceMinor, wish.expert.profile.currency);
  return { sessionTypeId, amount, answers: answersTo(wish) };
}

function answersTo({ offer }: Wish): { questionId: string; answer: string }[] {
  return offer.questions.map(({ id, label }) => ({ questionId: id, answer: `My answer to: ${label}` }));
}
