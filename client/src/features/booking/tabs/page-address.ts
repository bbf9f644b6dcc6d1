import { hourlyOfferId } from '../../offers/index.ts';
import { readAddress } from '../wizard/address.ts';
import type { BookingAddress } from '../wizard/empty-address.ts';
import type { Screen } from '../wizard/state.ts';
import { writeAddress } from '../wizard/write-address.ts';

const pageScreens: readonly Screen[] = ['select-type', 'select-date', 'select-time', 'details', 'confirm', 'payment'];

type PageAddress = {
  address: BookingAddress;
  /** What shall be booked, as `type` names it; null where nothing is chosen. */
  offerId: string | null;
};

/** Reads the booking from the address of the booking page. */
export function readPageAddress(search: URLSearchParams): PageAddress {
  return { address: readAddress(search, pageScreens), offerId: search.get('type') };
}

/** The address of the booking page with these choices in it; everything else in the address stays. */
export function writePageAddress(
  search: URLSearchParams,
  { address, offerId }: { address: BookingAddress; offerId: string | null },
): URLSearchParams {
  const next = writeAddress(search, address, true);
  next.delete('book');
  if (offerId === null) next.delete('type');
  else next.set('type', offerId);
  // A session type has a length of its own.
  if (offerId !== hourlyOfferId) next.delete('duration');
  return next;
}
