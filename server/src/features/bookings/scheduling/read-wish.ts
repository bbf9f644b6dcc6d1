import { minuteMs } from '@serene/shared/time';
import type { endpoints } from '@serene/shared/contracts';
import { toMinorUnits } from '@serene/shared/money';
import { Types } from 'mongoose';
import type { z } from 'zod';
import { AppError, notFound } from '../../../errors.ts';
import type { BookingWish } from '../../availability/index.ts';
import { findExpertById, type ExpertRecord, type Offer } from '../../experts/index.ts';
import { findOffer, findSessionTypeExpert } from '../../offers/index.ts';
import type { ShownPrice } from '../../payments/index.ts';

type HoldBody = z.output<(typeof endpoints)['POST /scheduling/bookings']['body']>;
type ConfirmBody = z.output<(typeof endpoints)['POST /scheduling/bookings/confirm']['body']>;

/** What a door at `/scheduling` asks for, and what it costs now (rule B1). */
export type ReadWish = { wish: BookingWish; shown: ShownPrice | null; isFree: boolean };

/**
 * Reads the body of `POST /scheduling/bookings`.
 * @throws AppError FORBIDDEN to book for somebody else, NOT_FOUND without such an expert or offer, VALIDATION_FAILED for
 *   an end that is not the start and the length
 */
export async function readHoldWish(body: HoldBody, userId: Types.ObjectId): Promise<ReadWish> {
  if (body.clientId !== undefined && body.clientId !== userId.toHexString()) {
    throw new AppError('FORBIDDEN', 'You can book for yourself only.');
  }
  const { startTime, endTime, clientTimezone, expertId, ...told } = body;
  return readWish({ ...told, startTime, endTime, timezone: clientTimezone ?? null, expertId }, userId);
}

/**
 * Reads the body of `POST /scheduling/bookings/confirm`. Of somebody with an account the details give the zone alone.
 * @throws AppError as `readHoldWish`
 */
export async function readConfirmWish(body: ConfirmBody, userId: Types.ObjectId): Promise<ReadWish> {
  const { timeSlot, clientDetails, ...told } = body;
  if (timeSlot.schedulingUrl !== undefined) {
    throw invalid('timeSlot.schedulingUrl', 'is not one of the times that are listed');
  }
  const { startTime, endTime } = timeSlot;
  return readWish({ ...told, startTime, endTime, timezone: clientDetails.timezone }, userId);
}

type Told = Pick<HoldBody, 'sessionTypeId' | 'amount' | 'notes' | 'answers' | 'pathway' | 'startTime' | 'endTime'> & {
  expertId?: string | undefined;
  timezone: string | null;
};

async function readWish(told: Told, userId: Types.ObjectId): Promise<ReadWish> {
  const { expert, offer } = await findWanted(told);
  const startsAt = new Date(told.startTime);
  const duration = (Date.parse(told.endTime) - startsAt.getTime()) / minuteMs;
  const length = offer.sessionTypeId === null ? null : offer.durations[0];
  if (typeof length === 'number' && duration !== length) {
    throw invalid('endTime', `must be ${length} minutes after startTime`);
  }
  if (duration < 5 || duration > 480 || duration % 5 !== 0) {
    throw invalid('endTime', 'must be 5 to 480 minutes after startTime, in steps of 5');
  }
  const { currency } = offer;
  const shown = told.amount === undefined ? null : { amountMinor: toMinorUnits(told.amount, currency), currency };
  const wish: BookingWish = {
    expertId: expert._id,
    sessionTypeId: offer.sessionTypeId,
    duration,
    startsAt,
    clientTimezone: told.timezone,
    userId,
    answers: told.answers ?? [],
    pathway: told.pathway ?? null,
    notes: told.notes ?? null,
  };
  return { wish, shown, isFree: offer.priceMinor(duration) === 0 };
}

async function findWanted({ sessionTypeId, expertId }: Told): Promise<{ expert: ExpertRecord; offer: Offer }> {
  const typeId = sessionTypeId === null ? null : new Types.ObjectId(sessionTypeId);
  if (typeId === null && expertId === undefined) throw invalid('expertId', "is required for the expert's hour");
  const id = expertId === undefined ? typeId && (await findSessionTypeExpert(typeId)) : new Types.ObjectId(expertId);
  const expert = id && (await findExpertById(id));
  if (!expert?.isActive) throw notFound('The offer');
  return { expert, offer: await findOffer(expert, typeId) };
}

function invalid(path: string, message: string): AppError {
  return new AppError('VALIDATION_FAILED', `${path}: ${message}`, {
    details: { issues: [{ in: 'body', path, message }] },
  });
}
