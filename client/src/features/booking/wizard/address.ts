import { durations } from '@serene/shared/scheduling';
import { paymentReference } from '../payment-reference.ts';
import { emptyAddress, type BookingAddress } from './empty-address.ts';
import { goTo, type BookingState, type Screen } from './state.ts';

/** Reads the booking from an address of a page that has these screens; what makes no sense there counts as not chosen. */
export function readAddress(search: URLSearchParams, screens: readonly Screen[]): BookingAddress {
  const text = (name: string, shape: RegExp): string | null => {
    const value = search.get(name);
    return value !== null && shape.test(value) ? value : null;
  };
  const slot = text('slot', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  return {
    step: screens.find((screen) => screen === search.get('step')) ?? emptyAddress.step,
    date: dayThatIs(text('date', /^[12]\d{3}-\d\d-\d\d$/)),
    duration: durations.find((minutes) => String(minutes) === search.get('duration')) ?? emptyAddress.duration,
    startsAt: slot !== null && Number.isFinite(Date.parse(slot)) ? slot : null,
    // Addresses of before name the gateway's order.
    paymentId: text('order', paymentReference),
  };
}

/** Null for what no calendar has, such as the 30th of February. */
function dayThatIs(day: string | null): string | null {
  const midnight = new Date(`${day}T00:00:00Z`);
  return day !== null && midnight.getTime() > 0 && midnight.toISOString().startsWith(day) ? day : null;
}

/** The booking as an address has it; what no address holds stays as it was. */
export function stateAt(
  before: BookingState,
  { step, date, duration, startsAt, paymentId }: BookingAddress,
): BookingState {
  const own = { ...before, duration: before.sessionType?.durationMinutes ?? duration };
  return goTo({ ...own, date, selectedTimeSlot: startsAt, paymentId }, step);
}

/** What of the booking belongs into an address. A finished one keeps that of its payment, which leads on. */
export function addressOf({ screen, date, duration, selectedTimeSlot, paymentId }: BookingState): BookingAddress {
  const step = screen === 'complete' ? 'payment' : screen;
  return { step, date, duration, startsAt: selectedTimeSlot, paymentId };
}
