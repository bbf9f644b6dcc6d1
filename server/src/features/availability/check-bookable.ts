import { checkStart, type Terms } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { loadSlotQuery } from './slot-query.ts';

/** One start that somebody wants to book with an expert. */
export type WantedStart = {
  expert: ExpertRecord;
  startsAt: Date;
  /** Those of the wanted length. */
  terms: Terms;
  /** The customer whose own hold does not count (rule S1). */
  exceptHoldOf?: Types.ObjectId;
  /** The claim of the session that is to be moved there (rule S1). */
  exceptClaim?: Types.ObjectId;
};

/** @throws AppError VALIDATION_FAILED when an expert wants to book themselves */
export function assertNotOneself({ userId }: Pick<ExpertRecord, 'userId'>, customerId: Types.ObjectId): void {
  if (userId.equals(customerId)) throw new AppError('VALIDATION_FAILED', 'You cannot book a session with yourself.');
}

/**
 * Whether a start can be booked now, by the same function that lists slots (rule S1).
 * @throws AppError SLOT_TAKEN when the time is held or sold, SLOT_NOT_BOOKABLE for any other reason (rule S7)
 */
export async function checkBookable(wanted: WantedStart, now: Date): Promise<void> {
  const verdict = await judgeStart(wanted, now);
  if (verdict === 'free') return;
  if (verdict === 'booked' || verdict === 'held') {
    throw new AppError('SLOT_TAKEN', 'That time was just booked; you have not been charged. Choose another time.');
  }
  throw new AppError('SLOT_NOT_BOOKABLE', reasons[verdict], { details: { reason: verdict } });
}

const reasons = {
  'off-grid': 'Sessions do not start at that time. Choose one of the times that are listed.',
  past: 'That time has passed. Choose a later one.',
  notice: 'That time is too soon: the expert needs more notice. Choose a later one.',
  outside: 'That time is outside the hours that can be booked. Choose one of the times that are listed.',
  break: 'The expert has a break at that time. Choose another one.',
} as const;

/** Further ahead than anything can have been held. */
const anyHorizonDays = 10_000;

/**
 * Whether a slot that was paid for can still be given: as listed, but neither notice nor horizon counts, since the
 * customer chose in time (rule M4).
 */
export async function isOfferedForPayment(wanted: WantedStart, now: Date): Promise<boolean> {
  if (!wanted.expert.isActive) return false;
  const terms = { ...wanted.terms, minimumNoticeMinutes: 0, maximumAdvanceDays: anyHorizonDays };
  return (await judgeStart({ ...wanted, terms }, now)) === 'free';
}

async function judgeStart({ startsAt, ...wanted }: WantedStart, now: Date) {
  const start = startsAt.getTime();
  return checkStart(await loadSlotQuery({ ...wanted, from: start, to: start + 1, now }), start);
}
