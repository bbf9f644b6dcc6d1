import { t } from '../../lib/messages/translate.ts';

/** Words of the sign-in about a password that was forgotten, or changed just now. */
export const signInWords = {
  forgot: t('password.forgot'),
  changed: t('password.changed'),
  changedText: t('password.changedText'),
};
