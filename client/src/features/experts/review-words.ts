import { t } from '../../lib/messages/translate.ts';

/** Words of what customers wrote. */
export const words = {
  reviews: t('experts.reviews'),
  reviewsFailed: t('experts.reviewsFailed'),
  ratingOf: (rating: number) => t('experts.ratingOf', { rating }),
  reviewBy: (author: string, day: string) => t('experts.reviewBy', { author, day }),
  moreReviews: t('experts.moreReviews'),
  loadingReviews: t('experts.loadingReviews'),
};
