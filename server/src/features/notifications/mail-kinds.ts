import type { MailTemplate } from './templates/index.ts';

/**
 * What a mail is about, which decides whether it waits, may be left out, or makes another one needless:
 * - `announcement`, `move`, `ending`: when a booking takes place, or that it will not
 * - `reminder`, `review`: of use for a while
 * - `money`: always sent
 * - `account`: links, the welcome, notices
 */
export type MailKind = 'announcement' | 'move' | 'ending' | 'reminder' | 'review' | 'money' | 'account';

export const mailKinds: Record<MailTemplate, MailKind> = {
  'booking-confirmation-user': 'announcement',
  'new-booking-expert': 'announcement',
  'booking-request-user': 'announcement',
  'booking-request-expert': 'announcement',
  'booking-rejected-user': 'ending',
  'session-cancelled-user': 'ending',
  'session-cancelled-expert': 'ending',
  'session-moved-user': 'move',
  'session-moved-expert': 'move',
  'session-reminder': 'reminder',
  'session-reminder-expert': 'reminder',
  'review-request-user': 'review',
  'slot-lost-refund': 'money',
  'refund-processed-user': 'money',
  'refund-failed-user': 'money',
  'refund-failed-admin': 'money',
  'dispute-admin': 'money',
  'receipt-user': 'money',
  'verify-email': 'account',
  'reset-password': 'account',
  'password-changed': 'account',
  welcome: 'account',
};
