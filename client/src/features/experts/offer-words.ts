import { t } from '../../lib/messages/translate.ts';

/** Words of what an expert offers, on their page. */
export const words = {
  offers: t('experts.offers'),
  book: t('experts.bookIt'),
  bookOffer: (title: string) => t('experts.bookOffer', { title }),
};
