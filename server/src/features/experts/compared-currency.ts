import type { QueryFilter } from 'mongoose';
import type { ExpertRecord } from './model.ts';
import { countExperts, findActiveValues } from './repository.ts';

type ComparedCurrency = {
  /** What the caller chose; undefined for no choice. */
  chosen: string | undefined;
  /** Whether prices are compared at all: by the order, or by a lowest or highest price. */
  isCompared: boolean;
  /** The experts in question, in whatever currency. */
  matching: QueryFilter<ExpertRecord>;
};

/**
 * The one currency of a list, since amounts of two say nothing about each other without rates: the chosen one, or else
 * the one that most of the experts in question have; null where nobody chose and nothing is compared.
 */
export async function comparedCurrency({ chosen, isCompared, matching }: ComparedCurrency): Promise<string | null> {
  if (chosen !== undefined) return chosen;
  if (!isCompared) return null;
  let most: { currency: string; count: number } | null = null;
  for (const currency of await findActiveValues('currency')) {
    const count = await countExperts({ $and: [matching, { currency }] });
    if (count > (most?.count ?? 0)) most = { currency, count };
  }
  return most?.currency ?? null;
}
