/** What the list of experts is narrowed and ordered by; it lives in the page's address. */
export type ExpertFilters = {
  search: string;
  category: string;
  /** The one that prices are in; empty for any. */
  currency: string;
  minPrice: number | undefined;
  maxPrice: number | undefined;
  /** Only those with a first talk that costs nothing. */
  freeTalk: 'true' | undefined;
  sort: ExpertSort;
};

export const expertSorts = ['name', 'price', '-price', '-rating'] as const;
export type ExpertSort = (typeof expertSorts)[number];

export const noFilters: ExpertFilters = {
  search: '',
  category: '',
  currency: '',
  minPrice: undefined,
  maxPrice: undefined,
  freeTalk: undefined,
  sort: 'name',
};

/** Reads the filters of an address; what makes no sense there is left out. */
export function readFilters(search: URLSearchParams): ExpertFilters {
  return {
    search: search.get('search') ?? '',
    category: search.get('category') ?? '',
    currency: readCurrency(search.get('currency')),
    minPrice: readPrice(search.get('minPrice')),
    maxPrice: readPrice(search.get('maxPrice')),
    freeTalk: search.get('freeTalk') === 'true' ? 'true' : undefined,
    sort: expertSorts.find((sort) => sort === search.get('sort')) ?? 'name',
  };
}

/** The address of these filters; defaults are left out, so that equal lists have equal addresses. */
export function writeFilters(filters: ExpertFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '' && !(name === 'sort' && value === 'name')) search.set(name, String(value));
  }
  return search;
}

/** How many filters are set, not counting the order. */
export function countFilters({ sort: _order, ...filters }: ExpertFilters): number {
  return Object.values(filters).filter((value) => value !== undefined && value !== '').length;
}

/** A price in major units that somebody typed. */
export function readPrice(text: string | null): number | undefined {
  const price = Number(text ?? '');
  return text === null || text.trim() === '' || !Number.isFinite(price) || price < 0 ? undefined : price;
}

/** A currency that exists; the server refuses others. */
function readCurrency(text: string | null): string {
  return text !== null && Intl.supportedValuesOf('currency').includes(text) ? text : '';
}

/** Whether the order or a filter compares prices, which are then in one currency. */
export function comparesPrices({ sort, minPrice, maxPrice }: ExpertFilters): boolean {
  return sort === 'price' || sort === '-price' || minPrice !== undefined || maxPrice !== undefined;
}
