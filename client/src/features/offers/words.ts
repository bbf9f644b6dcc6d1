import { t } from '../../lib/messages/translate.ts';

/** Words of an offer where it is shown and chosen. */
export const words = {
  minutes: (minutes: number) => t('common.minutes', { minutes }),
  from: (price: string) => t('offers.from', { price }),
  hourlyTitle: t('offers.hourlyTitle'),
  hourlyDescription: t('offers.hourlyDescription'),
  pathway: t('offers.pathway'),
  members: t('offers.members'),
  approval: t('offers.approval'),
  choose: t('offers.choose'),
  loading: t('offers.loading'),
  loadFailed: t('offers.loadFailed'),
  none: t('offers.none'),
  allExperts: t('experts.allExperts'),
};
