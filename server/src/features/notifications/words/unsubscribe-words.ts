import type { Translate } from './translate.ts';

/** The pages behind the link that ends reminders. */
export const unsubscribeWords = (t: Translate) => ({
  title: t('unsubscribe.title'),
  ask: t('unsubscribe.ask'),
  askText: t('unsubscribe.askText'),
  done: t('unsubscribe.done'),
  doneText: t('unsubscribe.doneText'),
});
