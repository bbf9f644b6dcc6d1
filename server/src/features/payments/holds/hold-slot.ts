import { minuteMs } from '@serene/shared/time';
import { isDeepStrictEqual } from 'node:util';
import { Types, type ClientSession } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import type { Gateways } from '../../../gateways/payment/registry.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction, transactionDeadline } from '../../../infra/mongo.ts';
import { checkBookable } from '../../availability/index.ts';
import {
  findBookingRecord,
  insertBooking,
  markRetried,
  type BookingDetails,
  type BookingRecord,
} from '../../booking-records/index.ts';
import { findClaimsOnCells, findHold, insertClaim, isLiveHold, type ClaimRecord } from '../../claims/index.ts';
import { findExpertById, type ExpertRecord, type Offer } from '../../experts/index.ts';
import { assertOffered, findOffer } from '../../offers/index.ts';
import { bookingCells, claimOfPayment } from './claim-of-payment.ts';
import { holdMemoryMs, requireRestBetweenHolds } from './hold-again.ts';
import { removeBlockers, slotTaken } from './make-room.ts';
import { countNetworkHold, prepareNetwork } from './network-holds.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { BookingSnapshot, PaymentRecord } from '../records/payment-model.ts';
import { findPayment, findUnpaidOrders, insertPayment } from '../records/payment-repository.ts';
import { releaseHold } from './release-hold.ts';
import { assertShown } from './shown-price.ts';

export type WantedSlot = {
  userId: Types.ObjectId;
  expert: ExpertRecord;
  offer: Offer;
  booking: BookingSnapshot;
  details: BookingDetails;
  /** The booking's, and so the session's. */
  bookingId: Types.ObjectId;
  /** The lapsed booking that it tries again (rule B5). */
  retryOf: Types.ObjectId | null;
  amountMinor: number;
  /** The customer's hold with this expert, as it was read before. */
  hold: ClaimRecord | null;
  /** Where the customer is, for the limits on holds; null where they are off. */
  network: string | null;
};

/** The payment of a held slot, and the claim that holds it. */
export type HeldSlot = { payment: PaymentRecord; claim: ClaimRecord };

type HoldDependencies = { clock: Clock; gateways: Gateways; holdMinutes: number };

/** How often a lost race is looked at again: the winner may have been the same customer's other tab. */
const maximumTries = 3;

/**
 * Claims a slot for a customer: claim and payment in one transaction, each naming the other (rule O1). The customer's
 * hold on the same slot is found again and not extended; their hold elsewhere with this expert is replaced (rule S4).
 * Afterwards the schedule is checked again, in case it was saved meanwhile (rule S5).
 * @throws AppError SLOT_TAKEN, SLOT_NOT_BOOKABLE, TOO_MANY_HOLDS, HOLD_AGAIN_LATER, BUSY
 */
export async function holdSlot(
  wanted: WantedSlot,
  { clock, gateways, holdMinutes }: HoldDependencies,
): Promise<HeldSlot> {
  const { expert, offer, booking, userId, hold } = wanted;
  const existing = hold && (await findSamePayment(hold, wanted, { now: clock.now() }));
  if (existing) return existing;
  const wish = { startsAt: booking.startsAt, exceptHoldOf: userId };
  await checkBookable({ ...wish, expert, terms: offer.terms(booking.duration) }, clock.now());
  if (wanted.network !== null) {
    const since = new Date(clock.now().getTime() - holdMemoryMs);
    // No race makes a third: the unique index lets a customer have one hold with an expert at a time.
    const earlier = await findUnpaidOrders({ userId, expertId: expert._id }, since);
    requireRestBetweenHolds(earlier, booking, clock.now());
    await prepareNetwork(wanted.network);
  }

  const { provider } = gateways.forNewPayment();
  const held = await insertHold({ ...wanted, provider }, { now: clock.now(), holdMinutes });

  const current = await findExpertById(expert._id);
  if (current && isUnchanged(current, expert)) return held;
  try {
    if (!current?.isActive) throw notFound('The expert');
    const nowOffered = await findOffer(current, offer.sessionTypeId);
    await assertOffered(current, nowOffered, booking.duration);
    const { amountMinor } = wanted;
    const price = { amountMinor: nowOffered.priceMinor(booking.duration), currency: nowOffered.currency };
    assertShown(price, { amountMinor, currency: offer.currency });
    await checkBookable({ ...wish, expert: current, terms: nowOffered.terms(booking.duration) }, clock.now());
    return held;
  } catch (error) {
    await releaseHold(held.payment, { to: 'failed', now: clock.now() });
    throw error;
  }
}

/** Neither hours nor offers were saved meanwhile, and the expert takes sessions (rule S5). */
function isUnchanged(current: ExpertRecord, read: ExpertRecord): boolean {
  const { scheduleVersion, offersVersion, isActive } = current;
  return isActive && scheduleVersion === read.scheduleVersion && offersVersion === read.offersVersion;
}

/** The open payment of a hold that stands, if it is for just what is wanted. */
async function findSamePayment(
  hold: ClaimRecord,
  wanted: WantedSlot,
  { now, transaction }: { now: Date; transaction?: ClientSession },
): Promise<HeldSlot | null> {
  if (!hold.paymentId || !isLiveHold(hold, now)) return null;
  const payment = await findPayment(hold.paymentId, transaction);
  const same =
    payment?.status === 'created' &&
    payment.booking.startsAt.getTime() === wanted.booking.startsAt.getTime() &&
    payment.booking.duration === wanted.booking.duration &&
    payment.amountMinor === wanted.amountMinor &&
    payment.currency === wanted.offer.currency &&
    String(payment.booking.sessionTypeId) === String(wanted.booking.sessionTypeId) &&
    // What the customer sees now is what is enforced (rule O3).
    isDeepStrictEqual(payment.booking.policy, wanted.booking.policy) &&
    payment.booking.requiresApproval === wanted.booking.requiresApproval;
  if (!same) return null;
  const record = await findBookingRecord(bookingIdOf(payment), transaction);
  return isDeepStrictEqual(detailsOf(record), wanted.details) ? { payment, claim: hold } : null;
}

/** What was told with a booking; with one of before there were rows of them, nothing. */
function detailsOf(record: BookingRecord | null): BookingDetails {
  if (!record) return { title: null, answers: [], pathway: null, notes: null, place: { kind: 'room', text: '' } };
  const { title, answers, pathway, notes, place } = record;
  return { title, answers, pathway, notes, place };
}

async function insertHold(
  wanted: WantedSlot & { provider: PaymentProvider },
  { now, holdMinutes }: { now: Date; holdMinutes: number },
): Promise<HeldSlot> {
  const payment = draftPayment(wanted, now);
  const { network, userId } = wanted;
  const { claimId, expertId } = payment;
  const holdEnd = Math.min(now.getTime() + holdMinutes * minuteMs, wanted.booking.startsAt.getTime());
  const claim = claimOfPayment(payment, {
    _id: payment.claimId,
    kind: 'hold',
    expiresAt: new Date(holdEnd),
    createdAt: now,
  });
  const cells = bookingCells(payment);
  const record = draftBooking(wanted, payment);
  const deadline = transactionDeadline();
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(
        async (transaction) => {
          const onCells = await findClaimsOnCells({ expertId, cells }, transaction);
          const here = onCells.find((claim) => claim.kind === 'hold' && claim.userId.equals(userId));
          // Where there was none a moment ago, one elsewhere shows at the unique index, and the next try reads it.
          const mayBeElsewhere = wanted.hold !== null || tries > 1;
          const hold = here ?? (mayBeElsewhere ? await findHold({ expertId, userId }, transaction) : null);
          const existing = hold && (await findSamePayment(hold, wanted, { now, transaction }));
          if (existing) return existing;
          await removeBlockers(onCells, { userId, now, replaces: hold }, transaction);
          if (network !== null) await countNetworkHold({ network, claimId, expertId, now }, transaction);
          const { retryOf, _id } = record;
          if (retryOf && !(await markRetried(retryOf, _id, transaction))) throw new BookingExists();
          await insertBooking(record, transaction);
          await insertPayment(payment, transaction);
          await insertClaim(claim, transaction);
          return { payment, claim };
        },
        { timeOf: expertId, deadline },
      );
    } catch (error) {
      const fields = duplicateKeyFields(error);
      if (fields === null) throw error;
      // Somebody repeats a request that has made its booking: theirs to show (rule B6).
      if (fields.includes('_id') || fields.includes('bookingId')) throw new BookingExists();
      if (tries < maximumTries) continue;
      if (fields.includes('cells')) throw slotTaken();
      throw new AppError('BUSY', 'You are holding another time right now. Try again.', {
        cause: error,
        retryAfterSeconds: 1,
      });
    }
  }
}

/** Thrown where the wanted booking exists, or its retry; whoever wants it reads what it is. It never crosses the wire. */
export class BookingExists extends Error {}

function draftBooking({ details, booking, bookingId, retryOf }: WantedSlot, payment: PaymentRecord): BookingRecord {
  const { expertId, userId, claimId, amountMinor, currency, createdAt } = payment;
  const { startsAt, endsAt, duration, sessionTypeId, policy, clientTimezone } = booking;
  return {
    _id: bookingId,
    expertId,
    userId,
    sessionTypeId,
    ...details,
    startsAt,
    endsAt,
    duration,
    amountMinor,
    currency,
    policy,
    clientTimezone,
    claimId,
    retryOf,
    retriedAs: null,
    createdAt,
  };
}

function draftPayment(
  { provider, userId, expert, offer, booking, bookingId, amountMinor }: WantedSlot & { provider: PaymentProvider },
  now: Date,
): PaymentRecord {
  return {
    _id: new Types.ObjectId(),
    provider,
    expertId: expert._id,
    userId,
    claimId: new Types.ObjectId(),
    bookingId,
    amountMinor,
    currency: offer.currency,
    booking,
    status: 'created',
    chargeId: null,
    sessionId: null,
    createdAt: now,
    updatedAt: now,
  };
}
