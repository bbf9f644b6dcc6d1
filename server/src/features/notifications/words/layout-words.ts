import type { Translate } from './translate.ts';

/** What every mail says around its content. */
export const layoutWords = (t: Translate) => ({
  greeting: (name: string) => t('layout.greeting', { name }),
  greetingWithoutName: t('layout.greetingWithoutName'),
  someone: t('layout.someone'),
  support: (address: string) => t('layout.support', { address }),
  regards: t('layout.regards'),
  team: (brand: string) => t('layout.team', { brand }),
});
