/**
 * The address of every page, as the router writes it. Emails link to them: they are contracts. The journeys look at each, so
 * one that is added here asks for its place there.
 */
export type PagePath =
  | '/'
  | '/experts'
  | '/experts/:slug'
  | '/login'
  | '/register'
  | '/forgot-password'
  | '/reset-password'
  | '/verify-email'
  | '/booking/:expertId'
  | '/booking/success'
  | '/booking/confirmation'
  | '/booking/cancel'
  | '/bookings/:id/pay'
  | '/booking/failed'
  | '/dashboard'
  | '/sessions/:id'
  | '/expert/dashboard'
  | '/expert/availability'
  | '/expert/offers'
  | '/expert/offers/:id'
  | '/admin/mails'
  | '/settings';
