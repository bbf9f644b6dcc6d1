import { emptyAddress, type BookingAddress } from './empty-address.ts';

/** The address with the booking in it; everything else in the address stays. */
export function writeAddress(search: URLSearchParams, booking: BookingAddress, open: boolean): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value));
  set('book', open ? '1' : null);
  set('step', open ? booking.step : null);
  set('date', booking.date);
  set('duration', String(booking.duration));
  set('slot', booking.startsAt);
  set('order', booking.paymentId);
  return next;
}

/** A link that opens the booking of a session type, or of the expert's hour, with these choices made. */
export function bookingPath(
  slug: string,
  choice: Partial<BookingAddress>,
  sessionTypeId: string | null = null,
): string {
  const search = writeAddress(new URLSearchParams(), { ...emptyAddress, ...choice }, true);
  if (sessionTypeId === null) return `/experts/${slug}?${search.toString()}`;
  search.set('type', sessionTypeId);
  return `/booking/${slug}?${search.toString()}`;
}

/** The booking page of an expert, with an offer chosen where one is named. */
export function bookingPagePath(slug: string, offerId?: string): string {
  return `/booking/${slug}${offerId === undefined ? '' : `?type=${offerId}`}`;
}
