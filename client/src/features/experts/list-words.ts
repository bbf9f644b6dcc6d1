import { t } from '../../lib/messages/translate.ts';

/** Words of the list and its filters. */
export const words = {
  title: t('experts.title'),
  intro: t('experts.intro'),
  search: t('experts.search'),
  category: t('experts.category'),
  anyCategory: t('experts.anyCategory'),
  minPrice: t('experts.minPrice'),
  maxPrice: t('experts.maxPrice'),
  sort: t('experts.sort'),
  sorts: {
    name: t('experts.sorts.name'),
    price: t('experts.sorts.price'),
    '-price': t('experts.sorts.priceDescending'),
    '-rating': t('experts.sorts.ratingDescending'),
  },
  filters: t('experts.filters'),
  filtersSet: (count: number) => (count === 0 ? t('experts.filters') : t('experts.filtersSet', { count })),
  clear: t('experts.clear'),
  list: t('experts.list'),
  found: (total: number) => t('experts.found', { total }),
  loadingList: t('experts.loadingList'),
  listFailed: t('experts.listFailed'),
  none: t('experts.none'),
  more: t('experts.more'),
  loadingMore: t('experts.loadingMore'),
  view: t('experts.view'),
  viewOf: (name: string) => t('experts.viewOf', { name }),
  bookWith: (name: string) => t('experts.bookWith', { name }),
  nextTime: (time: string) => t('experts.nextTime', { time }),
  noNextTime: t('experts.noNextTime'),
};
