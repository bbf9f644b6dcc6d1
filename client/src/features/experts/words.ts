import { t } from '../../lib/messages/translate.ts';

/** Words of a profile, and of what stands in lists as well. */
export const words = {
  book: t('experts.book'),
  perHour: (price: string) => t('experts.perHour', { price }),
  speaks: t('experts.speaks'),
  rated: (average: number, count: number) => t('experts.rated', { average: average.toFixed(1), count }),
  unrated: t('experts.unrated'),
  loadingProfile: t('experts.loadingProfile'),
  profileFailed: t('experts.profileFailed'),
  nextTimes: t('experts.nextTimes'),
  notFound: t('experts.notFound'),
  notFoundText: t('experts.notFoundText'),
  allExperts: t('experts.allExperts'),
  expert: t('experts.expert'),
  about: t('experts.about'),
  prices: t('experts.prices'),
  minutes: (minutes: number) => t('common.minutes', { minutes }),
  policy: (hours: number) => t('experts.policy', { hours }),
  policyUntilStart: t('experts.policyUntilStart'),
  policyAfter: (percent: number) => t('experts.policyAfter', { percent }),
  approval: t('experts.approval'),
  notice: (length: string) => t('experts.notice', { length }),
  noticeMinutes: (minutes: number) => t('common.minutes', { minutes }),
  noticeHours: (hours: number) => t('common.hours', { hours }),
  noticeDays: (days: number) => t('common.days', { days }),
  opening: t('experts.opening'),
};
