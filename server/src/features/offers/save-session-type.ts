import type { SessionTypeBody } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { recordOfferAct, type AdminId } from './audit.ts';
import { changeOffers } from './change-offers.ts';
import { assertConsistent } from './contradictions.ts';
import type { SessionTypeRecord } from './model.ts';
import { presentSessionType } from './presenter.ts';
import { compareAndSetSessionType, findSessionType, findSessionTypesOf, insertSessionType } from './repository.ts';

type Update = { read: SessionTypeRecord; version: number; body: SessionTypeBody; adminId?: AdminId };
type Saved = { expert: ExpertRecord; type: SessionTypeRecord };

/**
 * Offers something new, behind the expert's other offers.
 * @throws AppError VALIDATION_FAILED for contradictions and for one active offer too many, NOT_FOUND, BUSY
 */
export async function createSessionType(
  { clock }: { clock: Clock },
  { expertId, body, adminId = null }: { expertId: Types.ObjectId; body: SessionTypeBody; adminId?: AdminId },
): Promise<Saved> {
  assertConsistent(body);
  const now = clock.now();
  const fresh = { _id: new Types.ObjectId(), expertId, version: 0, createdAt: now, updatedAt: now };
  const { expert, result } = await changeOffers(expertId, async (_, transaction) => {
    const positions = (await findSessionTypesOf(expertId, transaction)).map(({ position }) => position);
    const type = { ...fresh, ...fieldsOf(body), position: Math.max(-1, ...positions) + 1 };
    await insertSessionType(type, transaction);
    await recordOfferAct({ adminId, action: 'offer.create', before: null, after: type, at: now }, transaction);
    return type;
  });
  return { expert, type: result };
}

/**
 * Changes an offer. What is held or booked stays as it was (rule F4).
 * @param read the offer as it is stored
 * @throws AppError VERSION_CONFLICT with the current one when it is not of the version that the editor had, and as
 *   `createSessionType`
 */
export async function updateSessionType(
  { clock }: { clock: Clock },
  { read, version, body, adminId = null }: Update,
): Promise<Saved> {
  assertConsistent(body);
  const { _id, expertId } = read;
  const changed = { updatedAt: clock.now(), ...fieldsOf(body) };
  const { expert, result } = await changeOffers(expertId, async (current, transaction) => {
    const saved = await compareAndSetSessionType({ _id, version }, changed, transaction);
    if (saved === null) throw await versionConflict(_id, current);
    await recordOfferAct(
      { adminId, action: 'offer.save', before: read, after: saved, at: saved.updatedAt },
      transaction,
    );
    return saved;
  });
  return { expert, type: result };
}

/** The answer to whoever saves what somebody else has saved meanwhile. */
export async function versionConflict(id: Types.ObjectId, expert: ExpertRecord): Promise<AppError> {
  const current = await findSessionType(id);
  const details = current ? { sessionType: presentSessionType(current, expert, true) } : {};
  return new AppError('VERSION_CONFLICT', 'This offer was changed elsewhere. Compare the two, then save again.', {
    details,
  });
}

function fieldsOf({ price, ...body }: SessionTypeBody) {
  return { ...body, priceMinor: toMinorUnits(price, body.currency) };
}
