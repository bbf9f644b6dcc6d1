import type { FeedKind } from '@serene/shared/contracts';
import type { Locale } from '../../lib/messages/locale.ts';
import { t } from '../../lib/messages/translate.ts';

/** All words of this feature. */
export const words = {
  title: t('settings.title'),
  account: (name: string, email: string) => t('settings.account', { name, email }),
  loading: t('settings.loading'),
  loadFailed: t('settings.loadFailed'),
  saving: t('settings.saving'),
  saved: t('settings.saved'),
  saveFailed: t('settings.saveFailed'),
  reminders: t('settings.reminders'),
  remind: t('settings.remind'),
  remindHint: t('settings.remindHint'),
  zone: t('settings.zone'),
  zoneHint: t('settings.zoneHint'),
  mailLanguage: t('settings.mailLanguage'),
  mailLanguageHint: t('settings.mailLanguageHint'),
  languages: { en: t('app.languages.en'), hi: t('app.languages.hi') } satisfies Record<Locale, string>,
};

/** Words about name and phone number. */
export const detailsWords = {
  title: t('settings.details'),
  name: t('auth.name'),
  nameHint: t('settings.nameHint'),
  phone: t('auth.phone'),
  phoneHint: t('settings.phoneHint'),
  enterName: t('auth.enterName'),
  enterPhone: t('settings.enterPhone'),
  save: t('settings.saveDetails'),
  saving: t('settings.saving'),
};

export const passwordTitle = t('auth.password');

/** Words about links to calendars. */
export const feedWords = {
  loadFailed: t('settings.feedsFailed'),
  titles: {
    sessions: t('settings.feed.sessions'),
    busy: t('settings.feed.busy'),
  } satisfies Record<FeedKind, string>,
  hints: {
    sessions: t('settings.feed.sessionsHint'),
    busy: t('settings.feed.busyHint'),
  } satisfies Record<FeedKind, string>,
  none: t('settings.feed.none'),
  since: (day: string) => t('settings.feed.since', { day }),
  make: t('settings.feed.make'),
  renew: t('settings.feed.renew'),
  making: t('settings.feed.making'),
  made: t('settings.feed.made'),
  madeText: t('settings.feed.madeText'),
  address: t('settings.feed.address'),
  copy: t('settings.feed.copy'),
  copied: t('settings.feed.copied'),
  copyFailed: t('settings.feed.copyFailed'),
  renewTitle: t('settings.feed.renewTitle'),
  renewText: t('settings.feed.renewText'),
  keep: t('settings.feed.keep'),
  switchOff: t('settings.feed.switchOff'),
  switchingOff: t('settings.feed.switchingOff'),
  offTitle: t('settings.feed.offTitle'),
  offText: t('settings.feed.offText'),
  keepOn: t('settings.feed.keepOn'),
  off: t('settings.feed.off'),
  offDone: t('settings.feed.offDone'),
  failed: t('settings.feed.failed'),
};
