import { toMinorUnits } from '@serene/shared/money';
import type { QueryFilter } from 'mongoose';
import { comparedCurrency } from './compared-currency.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ExpertRecord } from './model.ts';
import { countExperts, findActiveValues, findExpertPage, positionOf, type ExpertSort } from './repository.ts';
import { searchPatterns } from './search-text.ts';

type ExpertList = {
  search?: string | undefined;
  category?: string | undefined;
  /** The one currency of the list; absent, prices are compared in the commonest. */
  currency?: string | undefined;
  /** Per hour, in major units of that currency. */
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  /** `true` for those alone with a free session type that everybody can book. */
  freeTalk?: 'true' | 'false' | undefined;
  sort: ExpertSort;
  cursor?: string | undefined;
  limit: number;
};

/**
 * One page of the active experts that match, with the number of all that do, the categories and currencies there are,
 * and how many are left out because their prices are in another currency than those of the list.
 * @throws AppError VALIDATION_FAILED for a foreign cursor
 */
export async function listExperts(list: ExpertList): Promise<{
  experts: ExpertRecord[];
  categories: string[];
  currencies: string[];
  currency: string | null;
  otherCurrencies: number;
  total: number;
  nextCursor: string | null;
}> {
  const { sort, cursor, limit } = list;
  const after = cursor === undefined ? null : readCursor({ ...list, cursor });
  const matching = matchOf(list);
  const isCompared = comparesPrices(list);
  const chosen = list.currency ?? (isCompared ? after?.currency : undefined);
  const currency = await comparedCurrency({ chosen, isCompared, matching });
  const filter = currency === null ? matching : { $and: [matching, { currency }, ...priceRange(list, currency)] };
  const [found, total, otherCurrencies, categories, currencies] = await Promise.all([
    // One more than asked for tells whether there is a next page.
    findExpertPage({ filter, sort, after, limit: limit + 1 }),
    countExperts(filter),
    currency === null ? 0 : countExperts({ $and: [matching, { currency: { $ne: currency } }] }),
    findActiveValues('category'),
    findActiveValues('currency'),
  ]);
  const experts = found.slice(0, limit);
  const last = experts.at(-1);
  const nextCursor = last && found.length > limit ? writeCursor({ sort, currency }, positionOf(last, sort)) : null;
  return { experts, categories, currencies, currency, otherCurrencies, total, nextCursor };
}

function comparesPrices({ sort, minPrice, maxPrice }: ExpertList): boolean {
  return sort === 'price' || sort === '-price' || minPrice !== undefined || maxPrice !== undefined;
}

function matchOf({ search, category, freeTalk }: ExpertList): QueryFilter<ExpertRecord> {
  const conditions: QueryFilter<ExpertRecord>[] = searchPatterns(search ?? '').map((pattern) => ({
    searchText: { $regex: pattern },
  }));
  if (category) conditions.push({ category });
  if (freeTalk === 'true') conditions.push({ hasFreeTalk: true });
  return { isActive: true, ...(conditions.length > 0 ? { $and: conditions } : {}) };
}

/** Larger than any price; beyond it numbers lose the form that minor units are computed from. */
const priceless = 1e12;

/** Rates are stored in minor units, and how many make a major one depends on the currency. */
function priceRange({ minPrice, maxPrice }: ExpertList, currency: string): QueryFilter<ExpertRecord>[] {
  if (minPrice === undefined && maxPrice === undefined) return [];
  const inMinor = (price: number) => toMinorUnits(Math.min(price, priceless), currency);
  return [{ rateMinor: { $gte: inMinor(minPrice ?? 0), $lte: inMinor(maxPrice ?? priceless) } }];
}
