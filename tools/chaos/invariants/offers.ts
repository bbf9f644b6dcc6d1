import { offerLimits } from '@serene/shared/offers';
import type { Violation } from '../tally.ts';
import { groupBy, type SessionTypeRow, type Snapshot } from './snapshot.ts';

type ExpertRow = Snapshot['experts'][number];

/** What experts sell: each save raised the version that bookings compare, and the limit was kept (rules F3 and S5). */
export function checkOffers({ experts, sessiontypes }: Snapshot): Violation[] {
  const typesOf = groupBy(sessiontypes, ({ expertId }) => expertId);
  const known = new Set(experts.map(({ _id }) => _id));
  return [
    ...sessiontypes.flatMap(({ _id, expertId }) =>
      known.has(expertId) ? [] : [{ rule: 'a session type without an expert', found: `${_id} of ${expertId}` }],
    ),
    ...experts.flatMap((expert) => checkExpert(expert, typesOf.get(expert._id) ?? [])),
  ];
}

function checkExpert(expert: ExpertRow, types: readonly SessionTypeRow[]): Violation[] {
  const { _id, offersVersion, hourlyOffer, hasFreeTalk, currency } = expert;
  const active = types.filter(({ isActive }) => isActive);
  // Making one raises it, too; so does deleting one, of which nothing is left to see.
  const saves = types.reduce((sum, { version }) => sum + version + 1, hourlyOffer?.version ?? 0);
  const hasOne = active.some((type) => isFreeForAll(type, currency));
  const violations: Violation[] = [];
  const wrong = (rule: string, found: string) => violations.push({ rule, found: `expert ${_id}: ${found}` });
  if (offersVersion < saves) wrong('an offer was saved past its version', `${offersVersion} after ${saves} saves`);
  if (active.length > offerLimits.active) wrong('too many active offers', `${active.length}`);
  if (hasFreeTalk !== hasOne) wrong('a free talk that is not said rightly', `${hasFreeTalk}`);
  return violations;
}

function isFreeForAll({ access, priceMinor, currency }: SessionTypeRow, ofExpert: string): boolean {
  return access === 'public' && priceMinor === 0 && currency === ofExpert;
}
