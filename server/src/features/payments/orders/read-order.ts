import type { createOrderBodySchema } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import { Types } from 'mongoose';
import type { z } from 'zod';
import { readStart, type BookingWish } from '../../availability/index.ts';
import type { ShownPrice } from '../holds/shown-price.ts';

/**
 * What the body of create-order asks for, and at which price (rule B1).
 * @throws AppError as `readStart`
 */
export async function readOrder(
  { amount, currency, notes }: z.output<typeof createOrderBodySchema>,
  userId: Types.ObjectId,
): Promise<{ wish: BookingWish; shown: ShownPrice }> {
  const { expertId, sessionDate: date, sessionTime: time, timezone, startsAt, duration } = notes;
  const start = await readStart({ expertId, date, time, timezone, startsAt });
  const wish = {
    userId,
    duration,
    expertId: start.expertId,
    startsAt: start.startsAt,
    clientTimezone: start.timezone,
    sessionTypeId: notes.sessionTypeId === undefined ? null : new Types.ObjectId(notes.sessionTypeId),
    answers: notes.answers ?? [],
    pathway: notes.pathway ?? null,
    notes: notes.note ?? null,
  };
  return { wish, shown: { amountMinor: toMinorUnits(amount, currency), currency } };
}
