import type { endpoints, HourlyOffer } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import type { Types } from 'mongoose';
import type { z } from 'zod';
import { AppError, notFound } from '../../errors.ts';
import { roundToStep } from '../../gateways/payment/amounts.ts';
import { assertPayablePrices, findStoredExpert, replaceHourlyOffer } from '../experts/index.ts';
import { changeOffers } from './change-offers.ts';
import { presentHourlyOffer } from './presenter.ts';

type Body = z.output<(typeof endpoints)['PUT /experts/me/hourly-offer']['body']>;

/**
 * Changes the expert's hour: its rate and currency, its lengths, whether it is sold. Session types in another currency
 * are not for sale until they have this one (rule F3); what is held or booked stays as it was (rule F4).
 * @throws AppError VERSION_CONFLICT with the current one, VALIDATION_FAILED for a price that nobody could pay
 */
export async function saveHourlyOffer(expertId: Types.ObjectId, body: Body): Promise<HourlyOffer> {
  const { rate, currency, durations, isActive, version } = body;
  const rateMinor = toMinorUnits(rate, currency);
  assertPayablePrices({ rateMinor, currency }, durations);
  const { result } = await changeOffers(expertId, async (expert, transaction) => {
    if ((expert.hourlyOffer?.version ?? 0) !== version) {
      throw new AppError('VERSION_CONFLICT', 'Your hour was changed elsewhere. Compare the two, then save again.', {
        details: { hourlyOffer: presentHourlyOffer(expert) },
      });
    }
    const changed = {
      rateMinor: roundToStep(rateMinor, currency),
      currency,
      hourlyOffer: { isActive, version: version + 1 },
    };
    const saved = await replaceHourlyOffer(expertId, { ...changed, durations }, transaction);
    if (!saved) throw notFound('Your expert profile');
    return saved;
  });
  return presentHourlyOffer(result);
}

/** @throws AppError NOT_FOUND */
export async function showHourlyOffer(expertId: Types.ObjectId): Promise<HourlyOffer> {
  const expert = await findStoredExpert(expertId);
  if (!expert) throw notFound('Your expert profile');
  return presentHourlyOffer(expert);
}
