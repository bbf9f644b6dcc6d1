import { offerLimits } from '@serene/shared/offers';
import type { ClientSession, Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { findStoredExpert, raiseOffersVersion, setHasFreeTalk, type ExpertRecord } from '../experts/index.ts';
import { findSessionTypesOf } from './repository.ts';

/**
 * Changes what an expert offers, in one transaction that writes the expert's row first: so the versions that bookings
 * compare are raised with it (rule S5), and of two changes at once the second sees the first, which keeps the count of
 * active ones true (rule T3).
 * @throws AppError NOT_FOUND, VALIDATION_FAILED with too many active offers, and whatever `change` throws
 */
export async function changeOffers<Result>(
  expertId: Types.ObjectId,
  change: (expert: ExpertRecord, transaction: ClientSession) => Promise<Result>,
): Promise<{ expert: ExpertRecord; result: Result }> {
  return inTransaction(
    async (transaction) => {
      const before = await raiseOffersVersion(expertId, transaction);
      if (!before) throw notFound('The expert');
      const result = await change(before, transaction);
      // The change may be of the expert's currency, which decides what is for sale.
      const expert = (await findStoredExpert(expertId, transaction)) ?? before;
      const types = await findSessionTypesOf(expertId, transaction);
      const active = types.filter(({ isActive }) => isActive);
      if (active.length > offerLimits.active) throw tooMany('isActive', tooManyActive);
      if (types.length > offerLimits.all) throw tooMany('title', tooManyOfAll);
      const hasFreeTalk = active.some(
        ({ access, priceMinor, currency }) => access === 'public' && priceMinor === 0 && currency === expert.currency,
      );
      if (hasFreeTalk !== (expert.hasFreeTalk ?? false)) await setHasFreeTalk(expertId, hasFreeTalk, transaction);
      return { expert: { ...expert, hasFreeTalk }, result };
    },
    { timeOf: expertId },
  );
}

const tooManyActive = `You can have ${offerLimits.active} active offers. Switch one off first.`;
const tooManyOfAll = `You can have ${offerLimits.all} offers. Delete one that you do not need any more first.`;

function tooMany(path: string, message: string): AppError {
  return new AppError('VALIDATION_FAILED', message, { details: { issues: [{ path, message }] } });
}
