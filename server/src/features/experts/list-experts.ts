import { toMinorUnits } from '@serene/shared/money';
import type { QueryFilter } from 'mongoose';
import { readCursor, writeCursor } from './cursor.ts';
import type { ExpertRecord } from './model.ts';
import { countExperts, findActiveValues, findExpertPage, positionOf, type ExpertSort } from './repository.ts';
import { searchPatterns } from './search-text.ts';

type ExpertList = {
  search?: string | undefined;
  category?: string | undefined;
  /** Per hour, in major units of each expert's own currency. */
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  sort: ExpertSort;
  cursor?: string | undefined;
  limit: number;
};

/**
 * One page of the active experts that match, with the number of all that do and the categories there are.
 * @throws AppError VALIDATION_FAILED for a foreign cursor
 */
export async function listExperts(list: ExpertList): Promise<{
  experts: ExpertRecord[];
  categories: string[];
  total: number;
  nextCursor: string | null;
}> {
  const { sort, cursor, limit } = list;
  const after = cursor === undefined ? null : readCursor(sort, cursor);
  const filter = await filterOf(list);
  const [found, total, categories] = await Promise.all([
    // One more than asked for tells whether there is a next page.
    findExpertPage({ filter, sort, after, limit: limit + 1 }),
    countExperts(filter),
    findActiveValues('category'),
  ]);
  const experts = found.slice(0, limit);
  const last = experts.at(-1);
  const nextCursor = last && found.length > limit ? writeCursor(sort, positionOf(last, sort)) : null;
  return { experts, categories, total, nextCursor };
}

async function filterOf({ search, category, minPrice, maxPrice }: ExpertList): Promise<QueryFilter<ExpertRecord>> {
  const conditions: QueryFilter<ExpertRecord>[] = searchPatterns(search ?? '').map((pattern) => ({
    searchText: { $regex: pattern },
  }));
  if (category) conditions.push({ category });
  if (minPrice !== undefined || maxPrice !== undefined) conditions.push(await priceRange(minPrice ?? 0, maxPrice));
  return { isActive: true, ...(conditions.length > 0 ? { $and: conditions } : {}) };
}

/** Larger than any price; beyond it numbers lose the form that minor units are computed from. */
const priceless = 1e12;

/** Rates are stored in minor units, and how many make a major one depends on the currency. */
async function priceRange(minimum: number, maximum: number = priceless): Promise<QueryFilter<ExpertRecord>> {
  const inMinor = (price: number, currency: string) => toMinorUnits(Math.min(price, priceless), currency);
  const ranges = (await findActiveValues('currency')).map((currency) => ({
    currency,
    rateMinor: { $gte: inMinor(minimum, currency), $lte: inMinor(maximum, currency) },
  }));
  // `$or` must not be empty; without a currency there is no expert to find.
  return ranges.length > 0 ? { $or: ranges } : {};
}
