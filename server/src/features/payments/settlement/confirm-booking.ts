import { Types, type ClientSession } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import type { UserRecord } from '../../auth/index.ts';
import { isOfferedForPayment } from '../../availability/index.ts';
import { insertClaim, sellHold } from '../../claims/index.ts';
import { attachBookingClaim } from '../../booking-records/index.ts';
import type { ExpertRecord, Offer } from '../../experts/index.ts';
import { findBookedOffer } from '../../offers/index.ts';
import { draftSession, enqueueBookingMails, insertSession, type SessionRecord } from '../../sessions/index.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { bookingCells, claimOfPayment, withCurrentBreak } from '../holds/claim-of-payment.ts';
import type { BookedPeople } from './booked-people.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import { makeRoom } from '../holds/make-room.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { movePayment } from '../records/payment-repository.ts';
import { dailyCheck } from '../records/next-check.ts';

type BookingParts = BookedPeople & {
  payment: PaymentRecord;
  charge: ChargeRecord;
  /** For the case that the slot is claimed again. */
  newClaimId: Types.ObjectId;
  now: Date;
};

/** What a settlement has read of a booking besides its payment and session: nobody needs to read it again. */
export type BookedWith = { charge: ChargeRecord; expert: ExpertRecord; customer: UserRecord };

/** The payment as settled and its session; or why there is none of this charge. */
export type Confirmation =
  | { outcome: 'confirmed'; payment: PaymentRecord; session: SessionRecord; with: BookedWith }
  | { outcome: 'decided' }
  | { outcome: 'slot-gone' };

/**
 * Makes the session of a captured payment in one transaction: payment, claim, session, mails and ledger, all or none
 * (rule M3). Where the hold is gone, the slot is claimed again if it is still offered (rule M4).
 * @returns `slot-gone` when the slot cannot be had any more; `decided` when the payment has been settled or refunded
 */
export async function confirmBooking(
  payment: PaymentRecord,
  charge: ChargeRecord,
  { clock, people }: { clock: Clock; people: BookedPeople },
): Promise<Confirmation> {
  const parts = { payment, charge, ...people, newClaimId: new Types.ObjectId(), now: clock.now() };
  try {
    const sold = await tryTransaction(parts, sellItsHold);
    if (sold) return sold;
    const offer = await findBookedOffer(parts.expert, payment.booking.sessionTypeId);
    const claimed = (await isOffered(parts, offer))
      ? await tryTransaction(parts, claimAgain(offer), { timeOf: parts.expert._id })
      : null;
    return claimed ?? { outcome: 'slot-gone' };
  } catch (error) {
    const lost = lostRace(error);
    if (lost === null) throw error;
    return lost === 'try-again' ? confirmBooking(payment, charge, { clock, people }) : { outcome: lost };
  }
}

/** Gives the claim that the session will own, or null when there is none. */
type TakeSlot = (parts: BookingParts, transaction: ClientSession) => Promise<Types.ObjectId | null>;

/** @returns null when there was no slot to take */
async function tryTransaction(
  parts: BookingParts,
  takeSlot: TakeSlot,
  options: { timeOf?: Types.ObjectId } = {},
): Promise<Confirmation | null> {
  const { payment, charge, expert, customer, expertAccount, now } = parts;
  const booking = { _id: bookingIdOf(payment), details: parts.record };
  const draft = draftSession({ payment, booking, expert, now });
  try {
    return await inTransaction<Confirmation>(async (transaction) => {
      const set = { chargeId: charge._id, sessionId: draft._id, nextCheckAt: dailyCheck(now) };
      if (!(await movePayment(payment._id, { to: 'success', now, set }, transaction))) return { outcome: 'decided' };
      const claimId = await takeSlot(parts, transaction);
      if (!claimId) throw new NoHold();
      const booked: SessionRecord = { ...draft, claimId };
      await insertSession(booked, transaction);
      await enqueueBookingMails({ session: booked, expert, customer, expertAccount, now }, transaction);
      await recordMoneyEvent(
        {
          _id: `settled:${payment._id.toHexString()}`,
          kind: 'settled',
          paymentId: payment._id,
          providerId: charge.providerPaymentId,
          amountMinor: charge.capturedMinor,
          currency: charge.currency,
          feeMinor: charge.feeMinor,
          taxMinor: charge.taxMinor,
          at: now,
        },
        transaction,
      );
      return {
        outcome: 'confirmed',
        payment: { ...payment, ...set, status: 'success', updatedAt: now },
        session: booked,
        with: { charge, expert, customer },
      };
    }, options);
  } catch (error) {
    if (error instanceof NoHold) return null;
    throw error;
  }
}

/** Rolls the transaction back; never leaves this file. */
class NoHold extends Error {}

const sellItsHold: TakeSlot = async ({ payment, now }, transaction) => {
  const sold = await sellHold({ claimId: payment.claimId, paymentId: payment._id, now }, transaction);
  return sold ? payment.claimId : null;
};

function claimAgain(offer: Offer): TakeSlot {
  return async ({ payment, newClaimId, now }, transaction) => {
    const { expertId, userId } = payment;
    const wanted = withCurrentBreak(payment, offer);
    await makeRoom({ expertId, userId, cells: bookingCells(wanted) }, { now, replaces: null }, transaction);
    await insertClaim(claimOfPayment(wanted, { _id: newClaimId, kind: 'session', createdAt: now }), transaction);
    await attachBookingClaim(bookingIdOf(payment), newClaimId, transaction);
    return newClaimId;
  };
}

/** Late money of an offer that is switched off buys nothing (rule F4). */
async function isOffered({ payment, expert, now }: BookingParts, offer: Offer): Promise<boolean> {
  if (!offer.isActive) return false;
  return isOfferedForPayment(
    {
      expert,
      startsAt: payment.booking.startsAt,
      terms: offer.terms(payment.booking.duration),
      exceptHoldOf: payment.userId,
    },
    now,
  );
}

/** A duplicate key names the race that was lost (rule T2). @returns null when no race was lost */
function lostRace(error: unknown): 'decided' | 'slot-gone' | 'try-again' | null {
  if (error instanceof AppError && error.code === 'SLOT_TAKEN') return 'slot-gone';
  const fields = duplicateKeyFields(error);
  if (fields?.includes('cells')) return 'slot-gone';
  // One booking makes one session: by its payment, and by its id (rules M1 and M3).
  if (fields?.includes('paymentId') || fields?.includes('_id')) return 'decided';
  // A reference that exists already: one in a trillion, and the next draft has another.
  if (fields?.includes('reference')) return 'try-again';
  return null;
}
