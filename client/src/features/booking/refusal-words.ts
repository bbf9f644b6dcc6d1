import { t } from '../../lib/messages/translate.ts';

/** Words of a slot that could not be held. Few people meet them, so they come when they are needed. */
export const refusalWords = {
  lookingWhose: t('booking.lookingWhose'),
  yours: t('booking.yours'),
  yoursText: (time: string, reference: string) => t('booking.yoursText', { reference, time }),
  taken: t('booking.taken'),
  takenText: (time: string) => t('booking.takenText', { time }),
  takenNear: t('booking.takenNear'),
  confirmFirst: t('booking.confirmFirst'),
  confirmFirstText: t('booking.confirmFirstText'),
  freeFull: t('booking.freeFull'),
  freeFullText: t('booking.freeFullText'),
  networkFull: t('booking.networkFull'),
  networkFullText: (minutes: number) => t('booking.networkFullText', { minutes }),
  holdLater: t('booking.holdLater'),
  holdLaterText: (minutes: number) => t('booking.holdLaterText', { minutes }),
};
