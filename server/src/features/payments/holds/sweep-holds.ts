import { dayMs } from '@serene/shared/time';
import type { Clock } from '../../../infra/clock.ts';
import type { Logger } from '../../../infra/logger.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { deleteEndedClaims, deleteExpiredHold, findExpiredHolds, type ClaimRecord } from '../../claims/index.ts';
import { logItemError } from '../item-error.ts';
import { movePayment } from '../records/payment-repository.ts';

const batchSize = 200;

/**
 * Removes holds whose time is over, each with its payment to `expired` in one transaction (rules S3 and R4), and sold
 * claims a day after their end. A hold that was sold or extended meanwhile stays.
 * @returns how many holds were removed
 */
export async function sweepHolds({ clock, logger }: { clock: Clock; logger: Logger }): Promise<number> {
  const now = clock.now();
  let removed = 0;
  const busyExperts = new Set<string>();
  for (const claim of await findExpiredHolds(now, batchSize)) {
    // One expert's rush is waited for once, not for each of their holds.
    if (busyExperts.has(claim.expertId.toHexString())) continue;
    try {
      if (await expireHold(claim, now)) removed += 1;
    } catch (error) {
      // One hold that somebody else is busy with must not keep the others; it is looked at again in five seconds.
      const failure = logItemError(logger, error, { claimId: claim._id, message: 'hold not swept yet' });
      if (failure?.code === 'BUSY') busyExperts.add(claim.expertId.toHexString());
    }
  }
  await deleteEndedClaims(new Date(now.getTime() - dayMs));
  return removed;
}

async function expireHold(claim: ClaimRecord, now: Date): Promise<boolean> {
  return inTransaction(
    async (transaction) => {
      if (!(await deleteExpiredHold({ claimId: claim._id, now }, transaction))) return false;
      if (claim.paymentId) await movePayment(claim.paymentId, { to: 'expired', now }, transaction);
      return true;
    },
    { timeOf: claim.expertId },
  );
}
