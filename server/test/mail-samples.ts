import type { MailTemplate } from '../src/features/notifications/index.ts';
import {
  bookingMailData,
  disputeMailData,
  endedMailData,
  linkMailData,
  movedMailData,
  passwordChangedMailData,
  receiptMailData,
  refundMailData,
  requestMailData,
  slotLostMailData,
  welcomeMailData,
} from './mail-data.ts';

/** What the two people of a mail are called, and in which language and region they read it; absent where nobody knows. */
export type SampleNames = { expert: string; customer: string; locale?: string };

export const usualNames: SampleNames = { expert: 'Dr. Meera Nair', customer: 'Asha Rao' };

/** When the samples are sent: half an hour more than a day before the session. */
export const sampleMoment = new Date('2026-01-14T08:00:00Z');
const hourAfter = new Date('2026-01-14T09:00:00Z');
const twoDaysAfter = new Date('2026-01-16T08:00:00Z');

/**
 * Data for a mail of each template: the expert is in Kolkata, the customer in New York. Whoever adds a template is told
 * by the compiler to show it here.
 */
export const mailSamples: Record<MailTemplate, (names?: SampleNames) => unknown> = {
  'booking-confirmation-user': (names) => bookingMailData(people(names)),
  'new-booking-expert': (names) => bookingMailData(people(names)),
  'booking-request-user': (names) => requestMailData(people(names)),
  'booking-request-expert': (names) => requestMailData(people(names)),
  'booking-rejected-user': (names) => endedMailData({ ...people(names), by: 'expert', reason: 'On leave' }),
  'session-cancelled-user': (names) => endedMailData({ ...people(names), by: 'expert', reason: 'On leave' }),
  'session-cancelled-expert': (names) => endedMailData({ ...people(names), reason: 'A cold' }),
  'session-moved-user': (names) => movedMailData(people(names)),
  'session-moved-expert': (names) => movedMailData(people(names)),
  'session-reminder': (names) => bookingMailData(people(names)),
  'session-reminder-expert': (names) => bookingMailData(people(names)),
  'review-request-user': (names) => bookingMailData(people(names)),
  'slot-lost-refund': (names) => slotLostMailData(people(names)),
  'refund-processed-user': (names) => refundMailData(people(names)),
  'refund-failed-user': (names) => refundMailData(people(names)),
  'refund-failed-admin': (names) => refundMailData({ ...people(names), failure: 'BAD_REQUEST_ERROR: closed' }),
  'dispute-admin': (names) => disputeMailData({ customer: people(names).customer }),
  'receipt-user': (names) => {
    const { expert, customer } = people(names);
    return receiptMailData({ expertName: expert.name, customer });
  },
  'verify-email': (names) => linkMailData({ reader: people(names).customer, expiresAt: twoDaysAfter }),
  'reset-password': (names) => linkMailData({ reader: people(names).customer, expiresAt: hourAfter }),
  'password-changed': (names) => passwordChangedMailData({ reader: people(names).customer }),
  welcome: (names) => welcomeMailData({ reader: people(names).customer }),
};

function people(names: SampleNames = usualNames) {
  const { expert, customer } = bookingMailData();
  return {
    expert: { ...expert, name: names.expert, locale: names.locale },
    customer: { ...customer, name: names.customer, timezone: 'America/New_York', locale: names.locale },
  };
}
