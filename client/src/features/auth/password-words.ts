import { t } from '../../lib/messages/translate.ts';

/** Words about a forgotten password and a new one. */
export const passwordWords = {
  forgot: t('password.forgot'),
  forgotText: t('password.forgotText'),
  send: t('password.send'),
  sending: t('password.sending'),
  sent: t('password.sent'),
  sentText: (email: string) => t('password.sentText', { email }),
  sendAgain: t('password.sendAgain'),
  remembered: t('password.remembered'),
  choose: t('password.choose'),
  chooseText: t('password.chooseText'),
  newPassword: t('password.newPassword'),
  save: t('password.save'),
  saving: t('password.saving'),
  dead: t('password.dead'),
  deadText: t('password.deadText'),
  askAgain: t('password.askAgain'),
  weak: t('password.weak'),
  weakText: t('password.weakText'),
  weakAction: t('password.weakAction'),
};
