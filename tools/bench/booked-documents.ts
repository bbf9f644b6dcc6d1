import { cellsOf } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import { BookingModel, type BookingRecord } from '../../server/src/features/booking-records/index.ts';
import { ClaimModel, type ClaimRecord } from '../../server/src/features/claims/index.ts';
import { OutboxModel, type OutboxRecord } from '../../server/src/features/notifications/index.ts';
import {
  ChargeModel,
  LedgerModel,
  PaymentModel,
  type PaymentRecord,
} from '../../server/src/features/payments/index.ts';
import { SessionModel, type SessionRecord } from '../../server/src/features/sessions/index.ts';
import { minuteMs } from './fixtures.ts';
import type { Wish } from './market.ts';

/** Everything that one booking leaves in the database. */
export type BookedDocuments = {
  payment: PaymentRecord & { orderId: string; nextCheckAt: Date };
  booking: BookingRecord;
  claim: ClaimRecord;
  charge: { _id: Types.ObjectId; paymentId: Types.ObjectId; expertId: Types.ObjectId; providerPaymentId: string };
  session: SessionRecord;
  mails: OutboxRecord[];
  /** Order, capture, settled. */
  ledger: { _id: string }[];
};

/** Reads what a booking of ours wrote, so that the floor writes the same. */
export async function readBooking(paymentId: Types.ObjectId): Promise<BookedDocuments> {
  const payment = await PaymentModel.findById(paymentId).lean().orFail();
  const { orderId, nextCheckAt } = payment;
  if (orderId === undefined || nextCheckAt === undefined) throw new Error('the booking has no order');
  const session = await SessionModel.findById(payment.sessionId).lean().orFail();
  return {
    payment: { ...payment, orderId, nextCheckAt },
    session,
    booking: await BookingModel.findById(session._id).lean().orFail(),
    claim: await ClaimModel.findById(payment.claimId).lean().orFail(),
    charge: await ChargeModel.findById(payment.chargeId).lean().orFail(),
    mails: await OutboxModel.find({ 'data.sessionId': session._id.toHexString() }).lean(),
    ledger: await LedgerModel.find({ paymentId }).lean(),
  };
}

const perBooking = [
  [SessionModel, 1],
  [PaymentModel, 1],
  [BookingModel, 1],
  [ClaimModel, 1],
  [ChargeModel, 1],
  [OutboxModel, 2],
  [LedgerModel, 3],
] as const;

/** Fails unless every booking, of whichever side, left all its documents. */
export async function checkBookings(): Promise<void> {
  const bookings = await SessionModel.collection.countDocuments();
  for (const [{ collection }, each] of perBooking) {
    const count = await collection.countDocuments();
    if (count !== bookings * each) throw new Error(`${bookings} bookings left ${count} ${collection.collectionName}`);
  }
}

/** The documents of another booking: the same but for their ids, people and times. */
export function copyBooking(original: BookedDocuments, { expert, customer, startsAt }: Wish): BookedDocuments {
  const id = { payment: new Types.ObjectId(), claim: new Types.ObjectId(), charge: new Types.ObjectId() };
  const sessionId = new Types.ObjectId();
  const key = id.payment.toHexString();
  const endsAt = new Date(startsAt.getTime() + 60 * minuteMs);
  const people = { expertId: expert._id, userId: customer._id };
  const times = { startsAt, endsAt };
  const cells = cellsOf(startsAt.getTime(), endsAt.getTime());
  return {
    payment: {
      ...original.payment,
      ...people,
      _id: id.payment,
      orderId: `order_${key}`,
      claimId: id.claim,
      bookingId: sessionId,
      chargeId: id.charge,
      sessionId,
      booking: { ...original.payment.booking, ...times, busyUntil: endsAt },
    },
    booking: { ...original.booking, ...people, ...times, _id: sessionId, claimId: id.claim },
    claim: {
      ...original.claim,
      ...people,
      ...times,
      _id: id.claim,
      paymentId: id.payment,
      bookingId: sessionId,
      busyUntil: endsAt,
      cells,
    },
    charge: {
      ...original.charge,
      _id: id.charge,
      paymentId: id.payment,
      expertId: expert._id,
      providerPaymentId: `pay_${key}`,
    },
    session: {
      ...original.session,
      ...people,
      ...times,
      _id: sessionId,
      claimId: id.claim,
      paymentId: id.payment,
      reference: `SW-${key}`,
    },
    mails: original.mails.map((mail, index) => ({ ...mail, _id: `confirmed:${sessionId.toHexString()}:${index}` })),
    ledger: original.ledger.map((row, index) => ({ ...row, _id: `event-${index}:${key}`, paymentId: id.payment })),
  };
}
