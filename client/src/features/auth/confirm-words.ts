import { t } from '../../lib/messages/translate.ts';

/** Words about confirming an email address. */
export const confirmWords = {
  title: t('confirm.title'),
  text: t('confirm.text'),
  confirm: t('confirm.confirm'),
  confirming: t('confirm.confirming'),
  failed: t('confirm.failed'),
  done: t('confirm.done'),
  doneText: t('confirm.doneText'),
  toSessions: t('confirm.toSessions'),
  toExperts: t('confirm.toExperts'),
  dead: t('confirm.dead'),
  deadText: t('confirm.deadText'),
  deadConfirmed: (email: string) => t('confirm.deadConfirmed', { email }),
  signInForNew: t('confirm.signInForNew'),
  notice: (email: string) => t('confirm.notice', { email }),
  resend: t('confirm.resend'),
  resending: t('confirm.resending'),
  resent: t('confirm.resent'),
  resentText: (email: string) => t('confirm.resentText', { email }),
  resendFailed: t('confirm.resendFailed'),
};
