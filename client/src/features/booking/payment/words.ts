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

export const words = {
  preparing: t('payment.preparing'),
  details: t('payment.details'),
  heldUntil: (until: string) => t('payment.heldUntil', { until }),
  payBefore: (time: string) => t('payment.payBefore', { time }),
  minutesLeft: (minutes: number) => t('payment.minutesLeft', { minutes }),
  secondsLeft: (minutes: number, seconds: number) =>
    t('payment.timeLeft', { time: `${minutes}:${String(seconds).padStart(2, '0')}` }),
  runningOut: (time: string, until: string) => t('payment.runningOut', { time, until }),
  heldForYou: (time: string, until: string) => t('payment.heldForYou', { time, until }),
  ended: t('payment.ended'),
  endedUncharged: t('payment.endedUncharged'),
  endedAttempted: t('payment.endedAttempted'),
  holdAgain: t('payment.holdAgain'),
  chooseAnother: t('payment.chooseAnother'),
  payNow: t('payment.payNow'),
  release: t('payment.release'),
  releasing: t('payment.releasing'),
  released: t('payment.released'),
  releaseFailed: t('payment.releaseFailed'),
  keepOrRelease: t('payment.keepOrRelease'),
  keepText: (until: string) => t('payment.keepText', { until }),
  keep: t('payment.keep'),
  open: t('payment.open'),
  opening: t('payment.opening'),
  openText: t('payment.openText'),
  openAgain: t('payment.openAgain'),
  cancelPayment: t('payment.cancelPayment'),
  blocked: t('payment.blocked'),
  blockedText: t('payment.blockedText'),
  tryAgain: t('payment.tryAgain'),
  confirming: t('payment.confirming'),
  confirmingText: (email: string | undefined) =>
    email === undefined ? t('payment.confirmingText') : t('payment.confirmingTextTo', { email }),
  confirmingLong: t('payment.confirmingLong'),
  offline: t('payment.offline'),
  offlinePaying: t('payment.offlinePaying'),
  offlineConfirming: t('payment.offlineConfirming'),
  late: t('payment.late'),
  lateText: (refund: string) => t('payment.lateText', { refund, refundDays }),
  lateUncharged: t('payment.lateUncharged'),
  mismatch: t('payment.mismatch'),
  mismatchText: (refund: string) => t('payment.mismatchText', { refund, refundDays }),
  bookAnother: t('payment.bookAnother'),
  booked: t('payment.booked'),
  refused: t('payment.refused'),
  lookupFailed: t('payment.lookupFailed'),
};
