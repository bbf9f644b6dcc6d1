import { t } from '../../lib/messages/translate.ts';

/** Words around the booking on its own page. */
export const words = {
  title: (name: string) => t('experts.bookWith', { name }),
  backToProfile: t('afterPayment.backToProfile'),
};
