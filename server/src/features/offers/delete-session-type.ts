import type { Clock } from '../../infra/clock.ts';
import { hasBookingOf } from '../booking-records/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { recordOfferAct, type AdminId } from './audit.ts';
import { changeOffers } from './change-offers.ts';
import type { SessionTypeRecord } from './model.ts';
import { compareAndSetSessionType, deleteSessionTypeRow } from './repository.ts';
import { versionConflict } from './save-session-type.ts';

/**
 * Deletes an offer, or switches it off where it was ever held or booked (rule F3).
 * @returns what is left of it; null once it is deleted
 * @throws AppError VERSION_CONFLICT, BUSY
 */
export async function deleteSessionType(
  { clock }: { clock: Clock },
  { read, adminId = null }: { read: SessionTypeRecord; adminId?: AdminId },
): Promise<{ expert: ExpertRecord; type: SessionTypeRecord | null }> {
  const { _id } = read;
  const at = clock.now();
  const { expert, result } = await changeOffers(read.expertId, async (current, transaction) => {
    if (!(await hasBookingOf(_id, transaction))) {
      if (!(await deleteSessionTypeRow(read, transaction))) throw await versionConflict(_id, current);
      await recordOfferAct({ adminId, action: 'offer.delete', before: read, after: null, at }, transaction);
      return null;
    }
    const left = await compareAndSetSessionType(read, { isActive: false, updatedAt: at }, transaction);
    if (left === null) throw await versionConflict(_id, current);
    await recordOfferAct({ adminId, action: 'offer.save', before: read, after: left, at }, transaction);
    return left;
  });
  return { expert, type: result };
}
