import { minuteMs } from '@serene/shared/time';
import { cellsOf, type Terms } from '@serene/shared/scheduling';
import type { ErrorCode } from '@serene/shared/contracts';
import { Types, type ClientSession } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction, transactionDeadline } from '../../../infra/mongo.ts';
import { findUsersByIds, type UserRecord } from '../../auth/index.ts';
import { assertNotOneself, checkBookable, type BookingWish } from '../../availability/index.ts';
import { insertBooking, type BookingDetails, type BookingRecord } from '../../booking-records/index.ts';
import { busyUntilOf, insertClaim } from '../../claims/index.ts';
import { confirmSchedule, findExpertById, type ExpertRecord, type Offer } from '../../experts/index.ts';
import { assertOffered, findOffer, readDetails } from '../../offers/index.ts';
import {
  draftSession,
  enqueueBookingMails,
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
  /** Made outside, where a repeated request must book the same (rule B6). */
  bookingId?: Types.ObjectId;
};

/**
 * Books a session that costs nothing, without a gateway (rule M9). Repeating it answers with the customer's own booking.
 * @throws AppError PAYMENT_NOT_VERIFIED when the session is not free, OFFER_CHANGED, EMAIL_NOT_CONFIRMED,
 *   FREE_SESSIONS_FULL, SLOT_TAKEN, SLOT_NOT_BOOKABLE, VALIDATION_FAILED
 */
export async function bookFreeSession(
  { clock }: { clock: Clock },
  { wish, network, bookingId = new Types.ObjectId() }: FreeBooking,
): Promise<{ session: SessionRecord; created: boolean }> {
  const { userId, startsAt, duration, sessionTypeId } = wish;
  const expert = await findExpertById(wish.expertId);
  if (!expert?.isActive) throw notFound('The expert');
  const offer = await findOffer(expert, sessionTypeId);
  await assertOffered(expert, offer, duration);
  if (offer.priceMinor(duration) > 0) {
    throw new AppError('PAYMENT_NOT_VERIFIED', 'This session has a price. Pay for it first, then name the payment.');
  }
  assertNotOneself(expert, userId);
  const details = readDetails(offer, wish);

  const now = clock.now();
  const terms = offer.terms(duration);
  try {
    const [{ customer, expertAccount }] = await Promise.all([
      findAccounts(expert, userId),
      checkBookable({ expert, terms, startsAt, exceptHoldOf: userId }, now),
    ]);
    const bought = freeOffer(offer, { ...wish, clientTimezone: wish.clientTimezone ?? customer.timezone });
    const draft = draftSession({ payment: bought, booking: { _id: bookingId, details }, expert, now });
    const session: SessionRecord = { ...draft, claimId: new Types.ObjectId() };
    const counted = await prepareFreeNetwork(network, customer);
    const booking = { session, details, expert, terms, customer, expertAccount, network: counted, now };
    const booked = await insertWhereRoom(booking);
    // The expert saved other hours or offers meanwhile (rule S5): they decide.
    return booked ? { session, created: true } : await bookFreeSession({ clock }, { wish, network, bookingId });
  } catch (error) {
    const taken = duplicateKeyFields(error) !== null || isRefusal(error, 'SLOT_TAKEN');
    if (!taken && !isRefusal(error, 'SLOT_NOT_BOOKABLE', 'EMAIL_NOT_CONFIRMED', 'FREE_SESSIONS_FULL')) throw error;
    // Asked for only now, since a session of one's own stands in the way like any other: it may be what the customer
    // booked before, or their other request that was faster.
    const booked = await findLiveSessionAt({ expertId: expert._id, userId, startsAt, duration, sessionTypeId });
    if (booked) return { session: booked, created: false };
    throw taken ? slotTaken() : error;
  }
}

/** Customer and expert, by one read. */
async function findAccounts(
  expert: ExpertRecord,
  customerId: Types.ObjectId,
): Promise<{ customer: UserRecord; expertAccount: MailAccount }> {
  const users = await findUsersByIds([customerId, expert.userId]);
  const customer = users.find(({ _id }) => _id.equals(customerId));
  const expertAccount = users.find(({ _id }) => _id.equals(expert.userId));
  if (!customer) throw notFound('The account');
  if (!expertAccount) throw new AppError('INTERNAL', 'The expert has no account.');
  return { customer, expertAccount };
}

function isRefusal(error: unknown, ...codes: ErrorCode[]): boolean {
  return error instanceof AppError && codes.includes(error.code);
}

type Booking = {
  session: SessionRecord;
  details: BookingDetails;
  expert: ExpertRecord;
  terms: Terms;
  customer: UserRecord;
  expertAccount: MailAccount;
  /** The network that it counts for, if any. */
  network: string | null;
  now: Date;
};

/**
 * The start was just found free, so it is not looked at again before it is claimed: the unique index decides, and only
 * where something lies there after all (a lapsed hold, the customer's own) is room made for another try.
 * @returns as `insertFreeBooking`
 */
async function insertWhereRoom(booking: Booking): Promise<boolean> {
  const limits = { timeOf: booking.expert._id, deadline: transactionDeadline() };
  const insert = (makesRoom: boolean) =>
    inTransaction((transaction) => insertFreeBooking(booking, makesRoom, transaction), limits);
  try {
    return await insert(false);
  } catch (error) {
    if (!duplicateKeyFields(error)?.includes('cells')) throw error;
    return insert(true);
  }
}

/** @returns false when hours or offers are others than the start was checked against; nothing is written then */
async function insertFreeBooking(
  { session, details, expert, terms, customer, expertAccount, network, now }: Booking,
  makesRoom: boolean,
  transaction: ClientSession,
): Promise<boolean> {
  const { claimId: _id, expertId, userId, startsAt, endsAt, sessionTypeId } = session;
  await requireFreeAllowance({ customer, expertId, now }, transaction);
  await countNetworkFreeSession({ network, session, now }, transaction);
  if (!(await confirmSchedule(expert, now, transaction))) return false;
  const busyUntil = busyUntilOf(endsAt, terms);
  const cells = cellsOf(startsAt.getTime(), busyUntil.getTime());
  if (makesRoom) await makeRoom({ expertId, userId, cells }, { now, replaces: null }, transaction);
  const owner = { expertId, userId, paymentId: null, bookingId: session._id } as const;
  const claim = { ...owner, kind: 'session', sessionTypeId, seats: 1 } as const;
  await insertClaim({ _id, ...claim, startsAt, endsAt, busyUntil, cells, createdAt: now }, transaction);
  await insertBooking(recordOf(session, details), transaction);
  await insertSession(session, transaction);
  await enqueueBookingMails({ session, expert, customer, expertAccount, now }, transaction);
  return true;
}

function recordOf(session: SessionRecord, details: BookingDetails): BookingRecord {
  const { _id, expertId, userId, sessionTypeId, startsAt, endsAt, duration, currency, policy, clientTimezone } =
    session;
  const booked = { _id, expertId, userId, sessionTypeId, startsAt, endsAt, duration, currency, policy, clientTimezone };
  const { claimId, createdAt } = session;
  return { ...booked, ...details, amountMinor: 0, claimId, retryOf: null, retriedAs: null, createdAt };
}

function freeOffer(
  { currency, policy, sessionTypeId, requiresApproval }: Offer,
  { userId, startsAt, duration, clientTimezone }: BookingWish & { clientTimezone: string },
): BookedOffer {
  const endsAt = new Date(startsAt.getTime() + duration * minuteMs);
  return {
    userId,
    amountMinor: 0,
    currency,
    booking: { startsAt, endsAt, duration, sessionTypeId, policy, requiresApproval, clientTimezone },
  };
}
