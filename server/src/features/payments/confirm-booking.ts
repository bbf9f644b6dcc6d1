import { Types, type ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../infra/mongo.ts';
import { findUserById, type UserRecord } from '../auth/index.ts';
import { isOfferedForPayment } from '../availability/index.ts';
import { insertClaim, sellHold } from '../claims/index.ts';
import { findExpertById, type ExpertRecord } from '../experts/index.ts';
import {
  draftSession,
  enqueueBookingMails,
  findExpertEmail,
  insertSession,
  type SessionRecord,
} from '../sessions/index.ts';
import type { ChargeRecord } from './charge-model.ts';
import { bookingCells, claimOfPayment } from './claim-of-payment.ts';
import { recordMoneyEvent } from './ledger-model.ts';
import { makeRoom } from './make-room.ts';
import type { PaymentRecord } from './payment-model.ts';
import { findPayment, movePayment } from './payment-repository.ts';

type Confirmation = {
  payment: PaymentRecord;
  charge: ChargeRecord;
  expert: ExpertRecord;
  customer: UserRecord;
  expertEmail: string;
  /** For the case that the slot is claimed again. */
  newClaimId: Types.ObjectId;
  now: Date;
};

/**
 * Makes the session of a captured payment in one transaction: payment, claim, session, mails and ledger, all or none
 * (rule M3). Where the hold is gone, the slot is claimed again if it is still offered (rule M4).
 * @returns `slot-gone` when the slot cannot be had any more; `decided` when the payment has been settled or refunded
 */
export async function confirmBooking(
  paymentId: Types.ObjectId,
  charge: ChargeRecord,
  clock: Clock,
): Promise<'confirmed' | 'decided' | 'slot-gone'> {
  const payment = await findPayment(paymentId);
  if (!payment) throw new AppError('INTERNAL', 'The payment of a charge is missing.');
  if (!['created', 'failed', 'expired'].includes(payment.status)) return 'decided';
  const confirmation = await loadConfirmation(payment, charge, clock);
  try {
    const sold = await tryTransaction(confirmation, sellItsHold);
    if (sold !== 'no-hold') return sold;
    if (!(await isOffered(confirmation))) return 'slot-gone';
    return (await tryTransaction(confirmation, claimAgain)) === 'decided' ? 'decided' : 'confirmed';
  } catch (error) {
    const lost = lostRace(error);
    if (lost === null) throw error;
    return lost === 'try-again' ? confirmBooking(paymentId, charge, clock) : lost;
  }
}

async function loadConfirmation(payment: PaymentRecord, charge: ChargeRecord, clock: Clock): Promise<Confirmation> {
  const expert = await findExpertById(payment.expertId);
  const customer = await findUserById(payment.userId);
  if (!expert || !customer) throw new AppError('INTERNAL', 'The expert or the customer of a payment is missing.');
  const expertEmail = await findExpertEmail(expert);
  return { payment, charge, expert, customer, expertEmail, newClaimId: new Types.ObjectId(), now: clock.now() };
}

/** Gives the claim that the session will own, or null when there is none. */
type TakeSlot = (confirmation: Confirmation, session: ClientSession) => Promise<Types.ObjectId | null>;

async function tryTransaction(
  confirmation: Confirmation,
  takeSlot: TakeSlot,
): Promise<'confirmed' | 'decided' | 'no-hold'> {
  const { payment, charge, expert, customer, expertEmail, now } = confirmation;
  const draft = draftSession({ payment, expert, now });
  try {
    return await inTransaction(async (session) => {
      const decision = { to: 'success', now, set: { chargeId: charge._id, sessionId: draft._id } } as const;
      if (!(await movePayment(payment._id, decision, session))) return 'decided';
      const claimId = await takeSlot(confirmation, session);
      if (!claimId) throw new NoHold();
      const booked: SessionRecord = { ...draft, claimId };
      await insertSession(booked, session);
      await enqueueBookingMails({ session: booked, expert, customer, expertEmail, now }, session);
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
        session,
      );
      return 'confirmed';
    });
  } catch (error) {
    if (error instanceof NoHold) return 'no-hold';
    throw error;
  }
}

/** Rolls the transaction back; never leaves this file. */
class NoHold extends Error {}

const sellItsHold: TakeSlot = async ({ payment }, session) => {
  const sold = await sellHold({ claimId: payment.claimId, paymentId: payment._id }, session);
  return sold ? payment.claimId : null;
};

const claimAgain: TakeSlot = async ({ payment, newClaimId, now }, session) => {
  const { expertId, userId } = payment;
  const cells = bookingCells(payment);
  await makeRoom({ expertId, userId, cells }, { now, replaceHold: false }, session);
  await insertClaim(claimOfPayment(payment, { _id: newClaimId, kind: 'session', createdAt: now }), session);
  return newClaimId;
};

async function isOffered({ payment, expert, now }: Confirmation): Promise<boolean> {
  return isOfferedForPayment(
    {
      expert,
      startsAt: payment.booking.startsAt,
      durationMinutes: payment.booking.duration,
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
  if (fields?.includes('paymentId')) return 'decided';
  // A reference that exists already: one in a trillion, and the next draft has another.
  if (fields?.includes('reference')) return 'try-again';
  return null;
}
