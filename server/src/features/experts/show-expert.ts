import { notFound } from '../../errors.ts';
import type { ExpertRecord } from './model.ts';
import { findExpert } from './repository.ts';

/**
 * An active profile by id or slug.
 * @throws AppError NOT_FOUND, also for a profile that is switched off
 */
export async function showExpert(idOrSlug: string): Promise<ExpertRecord> {
  const expert = await findExpert(idOrSlug);
  if (!expert) throw notFound('The expert');
  return expert;
}
