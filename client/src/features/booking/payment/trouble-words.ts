import { refundDays } from '../../../lib/messages/refund-days.ts';
import { t } from '../../../lib/messages/translate.ts';
import type { Failure } from './failures.ts';

/** What failed, and what to do: the exact words about money. */
export const failureWords: Record<Failure, { title: string; text: string }> = {
  'insufficient-funds': {
    title: t('payment.failures.insufficient-funds.title'),
    text: t('payment.failures.insufficient-funds.text'),
  },
  declined: {
    title: t('payment.failures.declined.title'),
    text: t('payment.failures.declined.text'),
  },
  authentication: {
    title: t('payment.failures.authentication.title'),
    text: t('payment.failures.authentication.text'),
  },
  'timed-out': {
    title: t('payment.failures.timed-out.title'),
    text: t('payment.failures.timed-out.text'),
  },
  dismissed: {
    title: t('payment.failures.dismissed.title'),
    text: t('payment.failures.dismissed.text'),
  },
  'card-unusable': {
    title: t('payment.failures.card-unusable.title'),
    text: t('payment.failures.card-unusable.text'),
  },
  'already-paid': { title: t('payment.failures.already-paid.title'), text: t('payment.failures.already-paid.text') },
  pending: { title: t('payment.failures.pending.title'), text: t('payment.failures.pending.text') },
  returned: {
    title: t('payment.failures.returned.title'),
    text: t('payment.failures.returned.text', { refundDays }),
  },
  other: {
    title: t('payment.failures.other.title'),
    text: t('payment.failures.other.text', { refundDays }),
  },
};

/** What else there is to say of a payment that did not take its course. */
export const troubleWords = {
  heldForYou: (time: string, until: string) => t('payment.heldForYou', { time, until }),
  endedUncharged: t('payment.endedUncharged'),
  endedAttempted: t('payment.endedAttempted'),
  holdAgain: t('payment.holdAgain'),
  chooseAnother: t('payment.chooseAnother'),
  payNow: t('payment.payNow'),
  release: t('payment.release'),
  releasing: t('payment.releasing'),
  releaseFailed: t('payment.releaseFailed'),
  keepOrRelease: t('payment.keepOrRelease'),
  keepText: (until: string) => t('payment.keepText', { until }),
  keep: t('payment.keep'),
  blocked: t('payment.blocked'),
  blockedText: t('payment.blockedText'),
  tryAgain: t('payment.tryAgain'),
  offlinePaying: t('payment.offlinePaying'),
  late: t('payment.late'),
  lateText: (refund: string) => t('payment.lateText', { refund, refundDays }),
  lateUncharged: t('payment.lateUncharged'),
  mismatch: t('payment.mismatch'),
  mismatchText: (refund: string) => t('payment.mismatchText', { refund, refundDays }),
  bookAnother: t('payment.bookAnother'),
  refused: t('payment.refused'),
};
