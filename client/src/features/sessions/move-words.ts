import { t } from '../../lib/messages/translate.ts';

/** Words of moving a session to another time. */
export const words = {
  title: t('move.title'),
  steps: {
    day: t('move.steps.day'),
    time: t('move.steps.time'),
    confirm: t('move.steps.confirm'),
  },
  now: (time: string) => t('move.now', { time }),
  pricePaid: (amount: string) => t('move.pricePaid', { amount }),
  question: (time: string) => t('move.question', { time }),
  cancel: t('move.cancel'),
  back: t('move.back'),
  next: t('move.next'),
  move: t('move.move'),
  moving: t('move.moving'),
  change: t('move.change'),
  changeDay: t('move.changeDay'),
  chooseDay: t('move.chooseDay'),
  chooseTime: t('move.chooseTime'),
  sameTime: t('move.sameTime'),
  taken: t('move.taken'),
  takenText: (time: string, old: string) => t('move.takenText', { time, old }),
  notBookable: t('move.notBookable'),
  notBookableText: (old: string) => t('move.notBookableText', { old }),
  failed: t('move.failed'),
  offline: t('move.offline'),
};
