import { paymentTransitions, type PaymentStatus } from '@serene/shared/contracts';
import { Types, type ClientSession } from 'mongoose';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import { undecidedStatuses } from './undecided.ts';
import { PaymentModel, type PaymentRecord } from './payment-model.ts';

const isHexId = (text: string) => /^[0-9a-f]{24}$/.test(text);

/** The statuses from which a payment may become `to` (rule R4). */
export function statusesBefore(to: PaymentStatus): PaymentStatus[] {
  return (Object.keys(paymentTransitions) as PaymentStatus[]).filter((from) => paymentTransitions[from].includes(to));
}

export async function insertPayment(payment: PaymentRecord, transaction: ClientSession): Promise<void> {
  await PaymentModel.create([payment], { session: transaction });
}

export async function findPayment(
  paymentId: Types.ObjectId,
  transaction?: ClientSession,
): Promise<PaymentRecord | null> {
  return PaymentModel.findById(paymentId)
    .session(transaction ?? null)
    .lean();
}

export async function findPaymentsByIds(paymentIds: Types.ObjectId[]): Promise<PaymentRecord[]> {
  return PaymentModel.find({ _id: { $in: paymentIds } }).lean();
}

/** The payment of a gateway's checkout, whoever's it is: for the gateway's own events. */
export async function findPaymentOfCheckout(
  provider: PaymentProvider,
  checkoutId: string,
): Promise<PaymentRecord | null> {
  return PaymentModel.findOne({ provider, orderId: checkoutId }).lean();
}

/** A customer's holds with an expert since then that came to nothing, or not yet; those that the gateway refused are none. */
export async function findUnpaidOrders(
  { userId, expertId }: { userId: Types.ObjectId; expertId: Types.ObjectId },
  since: Date,
): Promise<PaymentRecord[]> {
  const rows: PaymentRecord[] = await PaymentModel.find({
    userId,
    expertId,
    createdAt: { $gte: since },
    status: { $in: undecidedStatuses },
  }).lean();
  return rows.filter(({ orderId, status }) => orderId !== undefined || status !== 'failed');
}

/**
 * A payment of this customer only: another person's looks like none.
 * @param reference our id; or the gateway's of its checkout, as the addresses of older pages have it
 */
export async function findOwnPayment(reference: string, userId: Types.ObjectId): Promise<PaymentRecord | null> {
  const named = isHexId(reference) ? { _id: new Types.ObjectId(reference) } : { orderId: reference };
  return PaymentModel.findOne({ ...named, userId }).lean();
}

/** The payment of a booking; one of before there were rows of bookings is its own (rule N1). */
export async function findPaymentOfBooking(
  bookingId: Types.ObjectId,
  expertId?: Types.ObjectId,
): Promise<PaymentRecord | null> {
  const named = expertId ? await PaymentModel.findOne({ expertId, bookingId }).lean() : null;
  return named ?? PaymentModel.findOne({ _id: bookingId, bookingId: null }).lean();
}

/** A customer's payments that are open and were made since then, newest first: their holds, among others. */
export async function findOpenPayments(userId: Types.ObjectId, since: Date): Promise<PaymentRecord[]> {
  return PaymentModel.find({ userId, createdAt: { $gte: since }, status: 'created' })
    .sort({ createdAt: -1 })
    .lean();
}

/**
 * Notes that the gateway is asked about a payment now.
 * @returns false when somebody else has noted so since it was read
 */
export async function noteAsked({ _id, askedAt }: PaymentRecord, now: Date): Promise<boolean> {
  const result = await PaymentModel.updateOne({ _id, askedAt: askedAt ?? null }, { $set: { askedAt: now } });
  return result.matchedCount === 1;
}

export async function noteAttempts(paymentId: Types.ObjectId, hasFailed: boolean): Promise<void> {
  await PaymentModel.updateOne({ _id: paymentId }, { $set: { hasFailed } });
}

/**
 * Gives a fresh payment the gateway's order (rule O1).
 * @returns false when somebody decided about the payment meanwhile, or it has another order
 */
export async function attachOrder(
  paymentId: Types.ObjectId,
  { orderId, nextCheckAt, now }: { orderId: string; nextCheckAt: Date; now: Date },
  transaction: ClientSession,
): Promise<boolean> {
  const result = await PaymentModel.updateOne(
    // Absent, or this very order. Not `$or`: with it the embedded database reads the whole collection.
    { _id: paymentId, status: 'created', orderId: { $in: [null, orderId] } },
    { $set: { orderId, nextCheckAt, updatedAt: now } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

type Transition = {
  to: PaymentStatus;
  now: Date;
  set?: Partial<Pick<PaymentRecord, 'chargeId' | 'sessionId' | 'nextCheckAt'>>;
  /** Leaves a payment alone that has its order at the gateway: it can be paid. */
  onlyWithoutOrder?: boolean;
};

/**
 * Moves a payment by compare-and-set, from any status that the table of transitions allows (rules R4 and T4).
 * @returns false when its status is another one: somebody decided already
 */
export async function movePayment(
  paymentId: Types.ObjectId,
  { to, now, set, onlyWithoutOrder = false }: Transition,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await PaymentModel.updateOne(
    { _id: paymentId, status: { $in: statusesBefore(to) }, ...(onlyWithoutOrder ? { orderId: null } : {}) },
    { $set: { ...set, status: to, updatedAt: now } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/**
 * Moves a payment that nothing was decided about yet: neither settled nor given up for refund. M3 and M5 both come
 * through here or `movePayment` to `success`, so only one of them can happen.
 * @returns false when something had been decided
 */
export async function moveOpenPayment(
  paymentId: Types.ObjectId,
  { to, now, set }: Transition,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await PaymentModel.updateOne(
    { _id: paymentId, status: { $in: statusesBefore('success') } },
    { $set: { ...set, status: to, updatedAt: now } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/** Names the claim that an unsettled payment holds now, after its slot was claimed again (rule M7). */
export async function attachClaim(
  paymentId: Types.ObjectId,
  claimId: Types.ObjectId,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await PaymentModel.updateOne(
    { _id: paymentId, status: { $in: statusesBefore('success') } },
    { $set: { claimId } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/**
 * Notes that an unsettled payment was decided about by the claim that it has.
 * @returns false when it was settled, or names another claim by now
 */
export async function confirmClaim(
  { _id, claimId }: Pick<PaymentRecord, '_id' | 'claimId'>,
  now: Date,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await PaymentModel.updateOne(
    { _id, claimId, status: { $in: statusesBefore('success') } },
    { $set: { updatedAt: now } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/** Payments whose order is to be asked about at the gateway now (rule M10). */
export async function findPaymentsToCheck(
  provider: PaymentProvider,
  now: Date,
  limit: number,
): Promise<PaymentRecord[]> {
  return PaymentModel.find({ provider, nextCheckAt: { $lte: now } })
    .sort({ nextCheckAt: 1 })
    .limit(limit)
    .lean();
}

/** Says when an order is to be asked about next; null for never again. */
export async function scheduleCheck(paymentId: Types.ObjectId, nextCheckAt: Date | null): Promise<void> {
  await PaymentModel.updateOne(
    { _id: paymentId },
    nextCheckAt ? { $set: { nextCheckAt } } : { $unset: { nextCheckAt: 1 } },
  );
}
