import type { BookingStatus } from '@serene/shared/contracts';
import type { Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import type { Principal } from '../../../http/principal.ts';
import { releaseOrder, type SettleDependencies } from '../../payments/index.ts';
import { acceptRequest, rejectRequest } from '../answer-request.ts';
import { cancelSession } from '../cancel-session.ts';
import { completeSession } from '../close-session.ts';
import { findBooking } from './find-booking.ts';

type Change = { id: Types.ObjectId; status: BookingStatus; principal: Principal };

/**
 * Does with a booking what its new status means, each by its use case: CANCELLED releases, cancels or declines, CONFIRMED
 * accepts, COMPLETED completes (rule B4).
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, and as the use case
 */
export async function changeBooking(
  dependencies: SettleDependencies,
  { id, status, principal }: Change,
): Promise<void> {
  const { session, payment, hold } = await findBooking(id, principal, dependencies.clock.now());
  if (!session) {
    if (status !== 'CANCELLED' || !payment || !hold) throw noSuchChange(status);
    if (!payment.userId.equals(principal.userId)) throw notFound('The booking');
    const owner = { reference: payment._id.toHexString(), userId: principal.userId };
    const { outcome } = await releaseOrder(dependencies, owner);
    if (outcome === 'in-flight' || outcome === 'settled') {
      throw new AppError('INVALID_TRANSITION', 'A payment of this booking is on its way or has arrived. Look again.');
    }
    return;
  }
  const own = { sessionId: session._id.toHexString(), principal };
  const isCustomer = session.userId.equals(principal.userId);
  if (status === 'CONFIRMED') await acceptRequest(dependencies, own);
  else if (status === 'COMPLETED') await completeSession(dependencies, own);
  else if (status === 'CANCELLED' && session.status === 'pending' && !isCustomer)
    await rejectRequest(dependencies, own);
  else if (status === 'CANCELLED') await cancelSession(dependencies, own);
  else throw noSuchChange(status);
}

function noSuchChange(status: BookingStatus): AppError {
  return new AppError('INVALID_TRANSITION', `This booking cannot become ${status}.`);
}
