import type { Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { findBookingRecord } from '../../booking-records/index.ts';
import { findClaim } from '../../claims/index.ts';
import { isUndecided } from '../records/undecided.ts';
import { findPaymentOfBooking } from '../records/payment-repository.ts';
import { openAtGateway, type CreateOrderDependencies, type OpenOrder } from './create-order.ts';

/**
 * Opens the checkout of a booking that is held, or answers with the one that is open while the hold stands (rule B4).
 * @throws AppError NOT_FOUND for another person's booking, INVALID_TRANSITION once it is paid, HOLD_EXPIRED,
 *   GATEWAY_UNAVAILABLE or PAYMENT_REFUSED (the time is free again then)
 */
export async function openHeldOrder(
  dependencies: CreateOrderDependencies,
  { bookingId, userId }: { bookingId: Types.ObjectId; userId: Types.ObjectId },
): Promise<OpenOrder> {
  const record = await findBookingRecord(bookingId);
  const payment = await findPaymentOfBooking(bookingId, record?.expertId);
  if (!payment?.userId.equals(userId)) throw notFound('The booking');
  if (!isUndecided(payment))
    throw new AppError('INVALID_TRANSITION', 'This booking is paid. Open it to see its state.');
  const claim = await findClaim(payment.claimId);
  if (payment.status !== 'created' || !claim) {
    throw new AppError(
      'HOLD_EXPIRED',
      'Your hold has ended; you have not been charged. Hold the time again if it is still free.',
    );
  }
  return openAtGateway({ payment, claim }, dependencies);
}
