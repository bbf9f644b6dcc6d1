import { minuteMs } from '@serene/shared/time';
import { cellsOf } from '@serene/shared/scheduling';
import type { ErrorCode } from '@serene/shared/contracts';
import { Types, type ClientSession } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { findUserById, type UserRecord } from '../../auth/index.ts';
import { assertDurationOffered, assertNotOneself, checkBookable, type BookingWish } from '../../availability/index.ts';
import { busyUntilOf, insertClaim } from '../../claims/index.ts';
import { confirmSchedule, findExpertById, offerOf, type ExpertRecord } from '../../experts/index.ts';
import {
  draftSession,
  enqueueBookingMails,
  findExpertAccount,
  type MailAccount,
  findLiveSessionAt,
  insertSession,
  type BookedOffer,
  type SessionRecord,
} from '../../sessions/index.ts';
import { requireFreeAllowance } from './free-allowance.ts';
import { makeRoom, slotTaken } from '../../payments/index.ts';
import { countNetworkFreeSession, prepareFreeNetwork } from './network-free-sessions.ts';

type FreeBooking = {
  wish: BookingWish;
  /** Where the customer is, for the limits on free sessions; null where they are off. */
  network: string | null;
};

/**
 * Books a session that costs nothing, without a gateway (rule M9). Repeating it answers with the customer's own booking.
 * @throws AppError PAYMENT_NOT_VERIFIED when the session is not free, EMAIL_NOT_CONFIRMED, FREE_SESSIONS_FULL, SLOT_TAKEN,
 *   SLOT_NOT_BOOKABLE, AMBIGUOUS_TIME
 */
export async function bookFreeSession(
  { clock }: { clock: Clock },
  { wish, network }: FreeBooking,
): Promise<{ session: SessionRecord; created: boolean }> {
  const { userId, startsAt, duration } = wish;
  const expert = await findExpertById(wish.expertId);
  const customer = await findUserById(userId);
  if (!expert?.isActive || !customer) throw notFound('The expert');
  assertDurationOffered(expert, duration);
  if (offerOf(expert).priceMinor(duration) > 0) {
    throw new AppError('PAYMENT_NOT_VERIFIED', 'This session has a price. Pay for it first, then name the payment.');
  }
  assertNotOneself(expert, userId);
  const sameBooking = { expertId: expert._id, userId, startsAt, duration };
  const existing = await findLiveSessionAt(sameBooking);
  if (existing) return { session: existing, created: false };

  const now = clock.now();
  const offer = freeOffer(expert, { ...wish, clientTimezone: wish.clientTimezone ?? customer.timezone });
  const session: SessionRecord = { ...draftSession({ payment: offer, expert, now }), claimId: new Types.ObjectId() };
  const expertAccount = await findExpertAccount(expert);
  try {
    const terms = offerOf(expert).terms(duration);
    await checkBookable({ expert, terms, startsAt, exceptHoldOf: userId }, now);
    const counted = await prepareFreeNetwork(network, customer);
    const booking = { session, expert, customer, expertAccount, network: counted, now };
    const booked = await inTransaction((transaction) => insertBooking(booking, transaction), { timeOf: expert._id });
    // The expert saved other hours meanwhile (rule S5): they decide.
    if (!booked) return await bookFreeSession({ clock }, { wish, network });
  } catch (error) {
    const taken = duplicateKeyFields(error) !== null || isRefusal(error, 'SLOT_TAKEN');
    if (!taken && !isRefusal(error, 'EMAIL_NOT_CONFIRMED', 'FREE_SESSIONS_FULL')) throw error;
    // The winner may have been this customer's other request.
    const booked = await findLiveSessionAt(sameBooking);
    if (booked) return { session: booked, created: false };
    throw taken ? slotTaken() : error;
  }
  return { session, created: true };
}

function isRefusal(error: unknown, ...codes: ErrorCode[]): boolean {
  return error instanceof AppError && codes.includes(error.code);
}

type Booking = {
  session: SessionRecord;
  expert: ExpertRecord;
  customer: UserRecord;
  expertAccount: MailAccount;
  /** The network that it counts for, if any. */
  network: string | null;
  now: Date;
};

/** @returns false when the expert's schedule is another one than the start was checked against; nothing is written then */
async function insertBooking(
  { session, expert, customer, expertAccount, network, now }: Booking,
  transaction: ClientSession,
): Promise<boolean> {
  const { claimId: _id, expertId, userId, startsAt, endsAt } = session;
  await requireFreeAllowance({ userId, expertId, now }, transaction);
  await countNetworkFreeSession({ network, session, now }, transaction);
  if (!(await confirmSchedule(expert, now, transaction))) return false;
  const busyUntil = busyUntilOf(endsAt, offerOf(expert).terms(session.duration));
  const cells = cellsOf(startsAt.getTime(), busyUntil.getTime());
  await makeRoom({ expertId, userId, cells }, { now, replaces: null }, transaction);
  const owner = { expertId, userId, paymentId: null, kind: 'session', sessionTypeId: null, seats: 1 } as const;
  await insertClaim({ _id, ...owner, startsAt, endsAt, busyUntil, cells, createdAt: now }, transaction);
  await insertSession(session, transaction);
  await enqueueBookingMails({ session, expert, customer, expertAccount, now }, transaction);
  return true;
}

function freeOffer(
  expert: ExpertRecord,
  { userId, startsAt, duration, clientTimezone }: BookingWish & { clientTimezone: string },
): BookedOffer {
  const endsAt = new Date(startsAt.getTime() + duration * minuteMs);
  const { currency, policy, sessionTypeId } = offerOf(expert);
  return {
    userId,
    amountMinor: 0,
    currency,
    booking: { startsAt, endsAt, duration, sessionTypeId, policy, clientTimezone },
  };
}
