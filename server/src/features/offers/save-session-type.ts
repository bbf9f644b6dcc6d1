import type { SessionTypeBody } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { changeOffers } from './change-offers.ts';
import { assertConsistent } from './contradictions.ts';
import type { SessionTypeRecord } from './model.ts';
import { presentSessionType } from './presenter.ts';
import { compareAndSetSessionType, findSessionType, findSessionTypesOf, insertSessionType } from './repository.ts';

type Saved = { expert: ExpertRecord; type: SessionTypeRecord };

/**
 * Offers something new, behind the expert's other offers.
 * @throws AppError VALIDATION_FAILED for contradictions and for one active offer too many, NOT_FOUND, BUSY
 */
export async function createSessionType(
  { clock }: { clock: Clock },
  { expertId, body }: { expertId: Types.ObjectId; body: SessionTypeBody },
): Promise<Saved> {
  assertConsistent(body);
  const now = clock.now();
  const fresh = { _id: new Types.ObjectId(), expertId, version: 0, createdAt: now, updatedAt: now };
  const { expert, result } = await changeOffers(expertId, async (_, transaction) => {
    const positions = (await findSessionTypesOf(expertId, transaction)).map(({ position }) => position);
    const type = { ...fresh, ...fieldsOf(body), position: Math.max(-1, ...positions) + 1 };
    await insertSessionType(type, transaction);
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
  { read, version, body }: { read: SessionTypeRecord; version: number; body: SessionTypeBody },
): Promise<Saved> {
  assertConsistent(body);
  const { _id, expertId, position, createdAt } = read;
  const changed = { expertId, position, createdAt, updatedAt: clock.now(), ...fieldsOf(body) };
  const { expert, result } = await changeOffers(expertId, async (current, transaction) => {
    if (await compareAndSetSessionType({ _id, version }, changed, transaction))
      return { ...changed, _id, version: version + 1 };
    throw await versionConflict(_id, current);
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
