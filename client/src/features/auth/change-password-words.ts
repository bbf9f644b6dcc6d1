import { t } from '../../lib/messages/translate.ts';

/** Words about changing a password by the current one. */
export const changePasswordWords = {
  current: t('password.current'),
  next: t('password.newPassword'),
  hint: t('auth.passwordHint'),
  change: t('password.change'),
  changing: t('password.saving'),
  changed: t('password.changed'),
  changedText: t('password.stillSignedIn'),
  enterCurrent: t('password.enterCurrent'),
  wrong: t('password.wrongCurrent'),
  short: t('auth.shortPassword'),
};
