import type { OfferingExpert, ExpertRecord } from '../experts/index.ts';
import type { SessionTypeRecord } from './model.ts';
import { findSessionTypesOf } from './repository.ts';

type Offering = Pick<ExpertRecord, '_id'> & Pick<OfferingExpert, 'offersVersion'>;
type Known = { version: number; types: readonly SessionTypeRecord[] };

/** So many experts' offers are kept; lists of times ask for the same few again and again. */
const keptExperts = 1_000;
const known = new Map<string, Known>();

/**
 * The session types of an expert who was just read, active or not, shortest first. Kept in memory by the version of the
 * expert's offers, which each save raises with them (rule F5): whoever has read the expert never gets older ones.
 */
export async function sessionTypesOf({ _id, offersVersion }: Offering): Promise<readonly SessionTypeRecord[]> {
  const version = offersVersion ?? 0;
  // Nobody has offered anything yet: most experts, and no read for them.
  if (version === 0) return [];
  const key = _id.toHexString();
  const kept = known.get(key);
  if (kept?.version === version) return kept.types;
  const types = await findSessionTypesOf(_id);
  known.delete(key);
  known.set(key, { version, types });
  const oldest = known.keys().next();
  if (known.size > keptExperts && !oldest.done) known.delete(oldest.value);
  return types;
}
