import { t } from '../../lib/messages/translate.ts';

/** Words of an address that leads nowhere: they come with its page. */
export const notFoundWords = {
  notFound: t('app.notFound'),
  notFoundText: t('app.notFoundText'),
  home: t('app.home'),
};
