import { t } from '../../lib/messages/translate.ts';

/** Words about the devices on which a person is signed in. */
export const signInWords = {
  title: t('settings.devices'),
  hint: t('settings.devicesHint'),
  loading: t('settings.devicesLoading'),
  loadFailed: t('settings.devicesFailed'),
  device: (browser: string, system: string) => t('settings.device', { browser, system }),
  unknown: t('settings.deviceUnknown'),
  current: t('settings.deviceCurrent'),
  used: (since: string, used: string) => t('settings.deviceUsed', { since, used }),
  signOut: t('settings.signOutDevice'),
  signOutOf: (device: string) => t('settings.signOutOf', { device }),
  signingOut: t('settings.signingOut'),
  signedOut: t('settings.deviceSignedOut'),
  everywhere: t('settings.everywhere'),
  everywhereTitle: t('settings.everywhereTitle'),
  everywhereText: t('settings.everywhereText'),
  stay: t('settings.staySignedIn'),
  failed: t('settings.signOutFailed'),
};
