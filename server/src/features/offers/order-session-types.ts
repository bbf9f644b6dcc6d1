import type { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { changeOffers } from './change-offers.ts';
import type { SessionTypeRecord } from './model.ts';
import { findSessionTypesOf, setPosition } from './repository.ts';

/**
 * Puts the cards of an expert's page in order (rule F5).
 * @param ids all of the expert's session types, each once
 * @throws AppError VALIDATION_FAILED for another list of them
 */
export async function orderSessionTypes(
  expertId: Types.ObjectId,
  ids: readonly string[],
): Promise<{ expert: ExpertRecord; types: readonly SessionTypeRecord[] }> {
  const { expert, result } = await changeOffers(expertId, async (_, transaction) => {
    const types = await findSessionTypesOf(expertId, transaction);
    const places = new Map(ids.map((id, position) => [id, position]));
    if (
      places.size !== ids.length ||
      types.length !== ids.length ||
      types.some(({ _id }) => !places.has(_id.toHexString()))
    )
      throw new AppError('VALIDATION_FAILED', 'Your offers have changed meanwhile. Load them again, then order them.', {
        details: { issues: [{ in: 'body', path: 'ids', message: 'must name each of your offers once' }] },
      });
    const placed = types.map((type) => ({ ...type, position: places.get(type._id.toHexString()) ?? type.position }));
    for (const { _id, position } of placed) await setPosition(_id, position, transaction);
    return placed;
  });
  return { expert, types: result };
}
