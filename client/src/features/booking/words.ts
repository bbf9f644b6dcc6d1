import { t } from '../../lib/messages/translate.ts';
import type { DialogScreen } from './wizard/dialog-screens.ts';

/** Words of choosing and confirming. Those of money are in `payment/words.ts`. */
export const words = {
  modalTitle: (name: string) => t('booking.modalTitle', { name }),
  steps: {
    'select-date': t('booking.steps.select-date'),
    'select-time': t('booking.steps.select-time'),
    confirm: t('booking.steps.confirm'),
    payment: t('booking.steps.payment'),
  } satisfies Record<DialogScreen, string>,
  stepTitle: (at: number, label: string) => t('booking.stepTitle', { at, label }),
  stepsLabel: t('booking.stepsLabel'),
  cancel: t('booking.cancel'),
  back: t('booking.back'),
  next: t('booking.next'),
  change: t('booking.change'),
  changeDate: t('booking.changeDate'),
  changeTime: t('booking.changeTime'),
  total: (price: string, minutes: number) => t('booking.total', { price, minutes }),
  proceed: t('booking.proceed'),
  confirmFree: t('booking.confirmFree'),
  holding: t('booking.holding'),
  booking: t('booking.booking'),
  offlinePaying: t('booking.offlinePaying'),
  offlineFree: t('booking.offlineFree'),
  chooseDate: t('booking.chooseDate'),
  chooseTime: t('booking.chooseTime'),

  duration: t('booking.duration'),
  durationChoice: (minutes: number, price: string) => t('booking.durationChoice', { minutes, price }),
  minutes: (minutes: number) => t('common.minutes', { minutes }),
  zonesDiffer: (name: string, time: string, zone: string) => t('booking.zonesDiffer', { name, time, zone }),

  sessionType: t('booking.sessionType'),
  date: t('booking.date'),
  time: t('booking.time'),
  amount: t('booking.amount'),
  approval: (name: string) => t('booking.approval', { name }),
  sendsTo: (email: string) => t('booking.sendsTo', { email }),
  signIn: t('booking.signIn'),
  signInFirst: t('booking.signInFirst'),
  sessionWith: (name: string, minutes: number) => t('booking.sessionWith', { minutes, name }),

  goBack: t('booking.goBack'),
  holdFailed: t('booking.holdFailed'),
  notChargedTryAgain: t('booking.notChargedTryAgain'),
  tryAgain: t('booking.tryAgain'),
};
