import { hourMs } from '@serene/shared/time';
import { firstStands } from '../../../infra/mongo.ts';
import { FailedTriesModel } from './failed-tries-model.ts';
import type { FailedTry } from './wait-before-try.ts';

/** How often a change that others overtook is made anew: many at once on one account are an attack on it. */
const mostAttempts = 20;
const keepMs = hourMs;

/**
 * Changes the failed tries of an account by compare-and-set, so that of many tries at once each counts.
 * @param change gets what is kept and gives what is to be kept; it runs again when somebody else was faster
 * @returns false when others were faster again and again
 */
export async function changeFailedTries(
  _id: string,
  now: Date,
  change: (failures: FailedTry[]) => FailedTry[],
): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + keepMs);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const kept = await FailedTriesModel.findById(_id).lean();
    const failures = change(kept?.failures ?? []);
    if (kept === null) {
      if (await firstStands(FailedTriesModel.create({ _id, failures, revision: 0, expiresAt }))) return true;
      continue;
    }
    const changed = await FailedTriesModel.updateOne(
      { _id, revision: kept.revision },
      { $set: { failures, expiresAt }, $inc: { revision: 1 } },
    );
    if (changed.matchedCount === 1) return true;
  }
  return false;
}
