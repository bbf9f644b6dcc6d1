import type { Translate } from './translate.ts';

/** Where the buttons and links of mails lead. */
export const buttonWords = (t: Translate) => ({
  calendar: t('buttons.calendar'),
  dashboard: t('buttons.dashboard'),
  receipt: t('buttons.receipt'),
  session: t('buttons.session'),
  sessionAndReceipts: t('buttons.sessionAndReceipts'),
  request: t('buttons.request'),
  answer: t('buttons.answer'),
  chooseAnother: t('buttons.chooseAnother'),
  bookAnother: t('buttons.bookAnother'),
  prepare: t('buttons.prepare'),
  join: t('buttons.join'),
  rate: t('buttons.rate'),
  stopReminders: t('buttons.stopReminders'),
});
