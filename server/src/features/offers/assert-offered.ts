import type { Duration } from '@serene/shared/scheduling';
import { AppError } from '../../errors.ts';
import { unpayablePrice, type ExpertRecord, type Offer, type OfferingExpert } from '../experts/index.ts';
import { isForSale } from './offer.ts';
import { presentSessionType } from './presenter.ts';
import { sessionTypesOf } from './session-types-of.ts';

type Offering = OfferingExpert & Pick<ExpertRecord, '_id' | 'name'>;

/**
 * @throws AppError VALIDATION_FAILED naming the lengths that the offer has, or a price that nobody could pay;
 *   OFFER_CHANGED with what is offered now where it is not for sale any more
 */
export async function assertOffered(expert: Offering, offer: Offer, duration: Duration): Promise<void> {
  const { durations, sessionTypeId } = offer;
  if (durations.includes(duration)) return;
  if (durations.length === 0 && !isUnpayable(expert, offer)) throw await offerChanged(expert);
  if (sessionTypeId === null && expert.schedule.durations.includes(duration)) throw unpayablePrice(expert, duration);
  const offered = durations.toSorted((one, other) => one - other);
  const whose = sessionTypeId === null ? expert.name : (offer.title ?? expert.name);
  throw new AppError('VALIDATION_FAILED', `${whose} offers sessions of ${offered.join(', ')} minutes.`, {
    details: { issues: [{ path: 'duration', message: `must be one of ${offered.join(', ')}` }], durations: offered },
  });
}

/** An hour that is sold, at a rate that makes no price anybody could pay. */
function isUnpayable(expert: Offering, { sessionTypeId, isActive }: Offer): boolean {
  return sessionTypeId === null && isActive && expert.schedule.durations.length > 0;
}

/** The answer to whoever wants what is not offered like that any more (rule F4). */
export async function offerChanged(expert: Offering): Promise<AppError> {
  const types = (await sessionTypesOf(expert)).filter((type) => isForSale(expert, type));
  return new AppError(
    'OFFER_CHANGED',
    'This is not offered any more. Choose another session; nothing has been charged.',
    {
      details: { sessionTypes: types.map((type) => presentSessionType(type, expert, false)) },
    },
  );
}
