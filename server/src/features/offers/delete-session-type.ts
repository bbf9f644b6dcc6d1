import type { Clock } from '../../infra/clock.ts';
import { hasBookingOf } from '../booking-records/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
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
  read: SessionTypeRecord,
): Promise<{ expert: ExpertRecord; type: SessionTypeRecord | null }> {
  const { _id, version, ...fields } = read;
  const { expert, result } = await changeOffers(read.expertId, async (current, transaction) => {
    if (!(await hasBookingOf(_id, transaction))) {
      if (await deleteSessionTypeRow(read, transaction)) return null;
      throw await versionConflict(_id, current);
    }
    const changed = { ...fields, isActive: false, updatedAt: clock.now() };
    if (await compareAndSetSessionType(read, changed, transaction)) return { ...changed, _id, version: version + 1 };
    throw await versionConflict(_id, current);
  });
  return { expert, type: result };
}
