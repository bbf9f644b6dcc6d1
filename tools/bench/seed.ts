import { Types, type mongo } from 'mongoose';
import { ClaimModel, type ClaimRecord } from '../../server/src/features/claims/index.ts';
import { ExpertModel, type ExpertRecord } from '../../server/src/features/experts/index.ts';
import { benchNow, buildClaim, buildExpert, dayMs, minuteMs } from './fixtures.ts';

const otherExperts = 199;
const batchSize = 1_000;

type SeedPlan = {
  claims: number;
  /** How many of the claims belong to the expert that is asked for. */
  ofMeasured: number;
  say: (line: string) => void;
};

/**
 * Fills an empty database with two hundred experts and live claims ahead of them. The claims go in through the plain
 * driver, since making them by bookings would take hours.
 * @returns the expert to ask for
 */
export async function seedClaims(db: mongo.Db, { claims, ofMeasured, say }: SeedPlan): Promise<ExpertRecord> {
  const measured = buildExpert(new Types.ObjectId());
  const others = Array.from({ length: otherExperts }, () => buildExpert(new Types.ObjectId()));
  await db.collection<ExpertRecord>(ExpertModel.collection.collectionName).insertMany([measured, ...others]);

  const rows = [
    ...Array.from({ length: ofMeasured }, (_, index) => claimInHours(measured, index)),
    ...Array.from({ length: claims - ofMeasured }, (_, index) => claimOfOther(others, index)),
  ];
  const collection = db.collection<ClaimRecord>(ClaimModel.collection.collectionName);
  for (let done = 0; done < rows.length; done += batchSize) {
    await collection.insertMany(rows.slice(done, done + batchSize), { ordered: false });
    if (done % 10_000 === 0) say(`  ${done.toLocaleString('en')} of ${claims.toLocaleString('en')} claims`);
  }
  return measured;
}

/** Two a day from tomorrow on, at 10:00 and 15:00 in India. */
function claimInHours(expert: ExpertRecord, index: number): ClaimRecord {
  const day = benchNow.getTime() + (1 + Math.floor(index / 2)) * dayMs;
  const sinceNow = (index % 2 === 0 ? -90 : 210) * minuteMs;
  return buildClaim(expert._id, new Date(day + sinceNow), index);
}

/** Every half hour from tomorrow on, the experts in turns. */
function claimOfOther(experts: readonly ExpertRecord[], index: number): ClaimRecord {
  const expert = experts[index % experts.length];
  if (expert === undefined) throw new Error('there are no other experts');
  const sinceTomorrow = Math.floor(index / experts.length) * 30 * minuteMs;
  return buildClaim(expert._id, new Date(benchNow.getTime() + dayMs + sinceTomorrow), index);
}
