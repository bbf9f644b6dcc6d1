import type { PagePath } from '../../client/src/app/page-path.ts';

/** Whoever a page is for; what only one of them sees comes with a sign-in. */
type Reader = 'everybody' | 'customer' | 'expert' | 'admin';

/** What an address may name. */
type Named = { sessionId: string; sessionWith: string };

type PageToSee = { for: Reader; address: (named: Named) => string; heading: (named: Named) => string };

const shown = (reader: Reader, address: string, heading: string): PageToSee => ({
  for: reader,
  address: () => address,
  heading: () => heading,
});

/** Every page of the app: a page without an entry here does not compile. */
const pages: Record<PagePath, PageToSee> = {
  '/': shown('everybody', '/', 'A calm hour with the right person'),
  '/experts': shown('everybody', '/experts', 'Find an expert'),
  '/experts/:slug': shown('everybody', '/experts/dr-sarah-khan', 'Dr. Sarah Khan'),
  '/login': shown('everybody', '/login', 'Sign in'),
  '/register': shown('everybody', '/register', 'Create account'),
  '/forgot-password': shown('everybody', '/forgot-password', 'Forgot your password?'),
  '/reset-password': shown('everybody', '/reset-password#token=sample', 'Choose a new password'),
  '/verify-email': shown('everybody', '/verify-email#token=sample', 'Confirm your email address'),
  '/booking/:expertId': shown('everybody', '/booking/dr-sarah-khan', 'Book Session with Dr. Sarah Khan'),
  '/booking/confirmation': {
    for: 'customer',
    address: ({ sessionId }) => `/booking/confirmation?bookingId=${sessionId}`,
    heading: () => 'Booking confirmed',
  },
  '/booking/cancel': {
    for: 'customer',
    address: ({ sessionId }) => `/booking/cancel?bookingId=${sessionId}`,
    heading: () => 'Booking confirmed',
  },
  '/bookings/:id/pay': {
    for: 'customer',
    address: ({ sessionId }) => `/bookings/${sessionId}/pay`,
    heading: () => 'Booking confirmed',
  },
  '/booking/success': {
    for: 'customer',
    address: ({ sessionId }) => `/booking/success?sessionId=${sessionId}`,
    heading: () => 'Booking confirmed',
  },
  '/booking/failed': shown('customer', '/booking/failed?error=card_declined', 'Your bank declined the payment'),
  '/dashboard': shown('customer', '/dashboard', 'My sessions'),
  '/sessions/:id': {
    for: 'customer',
    address: ({ sessionId }) => `/sessions/${sessionId}`,
    heading: ({ sessionWith }) => `Session with ${sessionWith}`,
  },
  '/expert/dashboard': shown('expert', '/expert/dashboard', 'Customer sessions'),
  '/expert/availability': shown('expert', '/expert/availability', 'My availability'),
  '/expert/offers': shown('expert', '/expert/offers', 'My offers'),
  '/expert/offers/:id': shown('expert', '/expert/offers/new', 'New offer'),
  '/settings': shown('expert', '/settings', 'Settings'),
  '/admin/mails': shown('admin', '/admin/mails?status=sent', 'Emails'),
};

/** The pages for a reader, each with an address of it and its heading in English. */
export function pagesFor(
  reader: Reader,
  named: Named = { sessionId: '', sessionWith: '' },
): { path: string; heading: string }[] {
  return Object.values(pages)
    .filter((page) => page.for === reader)
    .map(({ address, heading }) => ({ path: address(named), heading: heading(named) }));
}
