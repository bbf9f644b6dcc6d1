import type { Translate } from './translate.ts';

/** An address waits to be confirmed. */
export const verifyEmailWords = (t: Translate) => ({
  subject: t('verifyEmail.subject'),
  preview: (end: string) => t('verifyEmail.preview', { end }),
  text: (brand: string) => t('verifyEmail.text', { brand }),
  button: t('verifyEmail.confirm'),
  once: (end: string) => t('verifyEmail.once', { end }),
  notYou: t('verifyEmail.notYou'),
});

/** Somebody forgot a password, or says so. */
export const resetPasswordWords = (t: Translate) => ({
  subject: t('resetPassword.subject'),
  preview: (end: string) => t('resetPassword.preview', { end }),
  text: (brand: string) => t('resetPassword.text', { brand }),
  button: t('resetPassword.subject'),
  once: (end: string) => t('resetPassword.once', { end }),
  notYou: t('resetPassword.notYou'),
});

/** A password was changed: by its owner, or by somebody else. */
export const passwordChangedWords = (t: Translate) => ({
  subject: t('passwordChanged.subject'),
  preview: t('passwordChanged.preview'),
  text: (brand: string, time: string) => t('passwordChanged.text', { brand, time }),
  ended: t('passwordChanged.ended'),
  notYou: t('passwordChanged.notYou'),
  button: t('passwordChanged.button'),
});

/** An address is confirmed. */
export const welcomeWords = (t: Translate) => ({
  subject: (brand: string) => t('welcome.subject', { brand }),
  preview: t('welcome.preview'),
  text: t('welcome.text'),
  next: t('welcome.next'),
  customerSteps: [t('welcome.book'), t('welcome.manage'), t('welcome.settings')],
  expertSteps: [t('welcome.hours'), t('welcome.requests'), t('welcome.calendar')],
  findExpert: t('welcome.findExpert'),
  setHours: t('welcome.setHours'),
  dashboard: t('welcome.dashboard'),
});
