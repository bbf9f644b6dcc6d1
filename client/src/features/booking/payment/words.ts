import { t } from '../../../lib/messages/translate.ts';

/** Words of a payment that takes its course; those of one that does not are in `trouble-words.ts`. */
export const words = {
  preparing: t('payment.preparing'),
  heldUntil: (until: string) => t('payment.heldUntil', { until }),
  minutesLeft: (minutes: number) => t('payment.minutesLeft', { minutes }),
  secondsLeft: (minutes: number, seconds: number) =>
    t('payment.timeLeft', { time: `${minutes}:${String(seconds).padStart(2, '0')}` }),
  runningOut: (time: string, until: string) => t('payment.runningOut', { time, until }),
  ended: t('payment.ended'),
  open: t('payment.open'),
  opening: t('payment.opening'),
  openText: t('payment.openText'),
  openAgain: t('payment.openAgain'),
  cancelPayment: t('payment.cancelPayment'),
  confirming: t('payment.confirming'),
  confirmingText: (email: string | undefined) =>
    email === undefined ? t('payment.confirmingText') : t('payment.confirmingTextTo', { email }),
  confirmingLong: t('payment.confirmingLong'),
  offline: t('payment.offline'),
  offlineConfirming: t('payment.offlineConfirming'),
  booked: t('payment.booked'),
  released: t('payment.released'),
  lookupFailed: t('payment.lookupFailed'),
};
