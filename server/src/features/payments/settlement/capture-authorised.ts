import { minuteMs } from '@serene/shared/time';
import { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { isOfferedForPayment } from '../../availability/index.ts';
import { extendHold, findHold, insertClaim } from '../../claims/index.ts';
import { attachBookingClaim } from '../../booking-records/index.ts';
import { findExpertById } from '../../experts/index.ts';
import { findBookedOffer } from '../../offers/index.ts';
import { bookingCells, claimOfPayment, withCurrentBreak } from '../holds/claim-of-payment.ts';
import { makeRoom, slotTaken } from '../holds/make-room.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { isUndecided } from '../records/undecided.ts';
import { attachClaim, findPayment } from '../records/payment-repository.ts';
import { wasLetGo } from './let-lapse.ts';
import type { SettleDependencies } from '../dependencies.ts';

/** How long a slot is kept for money that is authorised and about to be captured (rule M7). */
const captureWindowMs = 10 * minuteMs;

/**
 * Captures an authorised payment, but only once its slot is certain (rule M7): the hold is extended, or the slot
 * claimed again. Where the slot is gone the money is not taken; the gateway lets it lapse. A customer who was told that
 * nothing was charged is never charged by us for that attempt, although the slot becomes free again: they may have
 * booked elsewhere by then.
 * @returns the captured payment; `slot-gone` when the money was left untouched; null when there is nothing to do
 */
export async function captureAuthorised(
  { clock, gateways, logger }: SettleDependencies,
  payment: PaymentRecord,
  authorised: GatewayAttempt,
): Promise<GatewayAttempt | 'slot-gone' | null> {
  const current = await findPayment(payment._id);
  if (!current || !isUndecided(current)) return null;
  if (authorised.amountMinor !== current.amountMinor || authorised.currency !== current.currency) {
    logger.error(
      { paymentId: payment._id, providerPaymentId: authorised.id },
      'authorised amount differs from the order',
    );
    return null;
  }
  if (await wasLetGo(authorised)) return 'slot-gone';
  const now = clock.now();
  const { startsAt } = current.booking;
  if (startsAt < now) return 'slot-gone';
  const until = new Date(Math.min(now.getTime() + captureWindowMs, startsAt.getTime()));
  const certain =
    (await extendHold({ claimId: current.claimId, paymentId: current._id }, until)) ||
    (await holdAgain(current, authorised, { now, expiresAt: until }));
  if (!certain) return 'slot-gone';
  const result = await gateways.of(current.provider).capture(authorised);
  if (result.accepted) return result.attempt;
  logger.warn({ paymentId: payment._id, reason: result.reason }, 'capture refused');
  return null;
}

async function holdAgain(
  payment: PaymentRecord,
  authorised: GatewayAttempt,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<boolean> {
  const { booking, expertId, userId } = payment;
  const expert = await findExpertById(expertId);
  if (!expert) return false;
  const offer = await findBookedOffer(expert, booking.sessionTypeId);
  if (!offer.isActive) return false;
  const terms = offer.terms(booking.duration);
  const wanted = { expert, terms, startsAt: booking.startsAt, exceptHoldOf: userId };
  if (!(await isOfferedForPayment(wanted, now))) return false;
  const claimId = new Types.ObjectId();
  const place = withCurrentBreak(payment, offer);
  try {
    return await inTransaction(
      async (transaction) => {
        if (!(await attachClaim(payment._id, claimId, transaction))) return false;
        await attachBookingClaim(bookingIdOf(payment), claimId, transaction);
        if (await wasLetGo(authorised, transaction)) throw slotTaken();
        const replaces = await findHold({ expertId, userId }, transaction);
        await makeRoom({ expertId, userId, cells: bookingCells(place) }, { now, replaces }, transaction);
        await insertClaim(
          claimOfPayment(place, { _id: claimId, kind: 'hold', expiresAt, createdAt: now }),
          transaction,
        );
        return true;
      },
      { timeOf: expertId },
    );
  } catch (error) {
    const taken = error instanceof AppError && error.code === 'SLOT_TAKEN';
    if (taken || duplicateKeyFields(error) !== null) return false;
    throw error;
  }
}
