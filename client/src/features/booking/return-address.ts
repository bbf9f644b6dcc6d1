import { lastCheckout } from './last-checkout.ts';

const ourId = /^[0-9a-f]{24}$/;

/** The booking that an address names; without one, the one whose checkout this browser opened last. */
export function bookingIdIn(search: URLSearchParams): string | null {
  const bookingId = search.get('bookingId') ?? lastCheckout();
  return bookingId !== null && ourId.test(bookingId) ? bookingId : null;
}

/** The session that an address of ours names; a gateway names its own by the same word. */
export function sessionIdIn(search: URLSearchParams): string | null {
  const sessionId = search.get('sessionId');
  return sessionId !== null && ourId.test(sessionId) ? sessionId : null;
}

/** Whether the gateway says, on the way back, that it took a payment. */
export function isReportedPaid(search: URLSearchParams): boolean {
  return search.has('session_id') && search.get('status') !== 'cancelled';
}
