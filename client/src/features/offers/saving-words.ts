import { t } from '../../lib/messages/translate.ts';

/** Words of what came of saving, and of two versions of one offer. */
export const words = {
  changes: (count: number) => t('offers.changes', { count }),
  discard: t('offers.discard'),
  discarded: t('offers.discarded'),
  bringBack: t('offers.bringBack'),
  save: t('availability.save'),
  saving: t('availability.saving'),
  saved: t('offers.savedOn'),
  savedHidden: t('offers.savedHidden'),
  savedUnsold: t('offers.savedUnsold'),
  saveFailed: t('offers.saveFailed'),
  offline: t('ui.offline'),
  offlineText: t('offers.offlineText'),
  leaveText: t('offers.leaveText'),
  gone: t('offers.gone'),
  goneText: t('offers.goneText'),
  saveAsNew: t('offers.saveAsNew'),
  conflict: t('offers.conflict'),
  conflictText: t('offers.conflictText'),
  seeBoth: t('offers.seeBoth'),
  keepMine: t('offers.keepMine'),
  takeOther: t('offers.takeOther'),
  tookOther: t('offers.tookOther'),
  both: t('offers.both'),
  mine: t('offers.mine'),
  other: t('offers.other'),
  nothing: t('offers.nothing'),
  yes: t('offers.yes'),
  no: t('offers.no'),
};

/** Words of the expert's hour while it is edited. */
export const hourWords = {
  title: t('offers.hourlyTitle'),
  intro: t('offers.hourIntro'),
  rateHint: t('offers.rateHint'),
  durationsHint: t('offers.durationsHint'),
  currencyHint: t('offers.hourCurrencyHint'),
};
