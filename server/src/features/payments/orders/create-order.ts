import { minuteMs } from '@serene/shared/time';
import type { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { Checkout } from '../../../gateways/payment/port.ts';
import type { Gateways } from '../../../gateways/payment/registry.ts';
import type { Clock } from '../../../infra/clock.ts';
import type { Logger } from '../../../infra/logger.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { nearestFreeStarts, type BookingWish } from '../../availability/index.ts';
import { findClaim, isLiveHold } from '../../claims/index.ts';
import { holdSlot, type HeldSlot, type WantedSlot } from '../holds/hold-slot.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import { slotTaken } from '../holds/make-room.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { prepareHold } from '../holds/prepare-hold.ts';
import type { ShownPrice } from '../holds/shown-price.ts';
import { attachOrder, findPayment } from '../records/payment-repository.ts';
import { releaseHold } from '../holds/release-hold.ts';

export type CreateOrderDependencies = { clock: Clock; gateways: Gateways; logger: Logger; holdMinutes: number };
type CreateOrderInput = {
  wish: BookingWish;
  shown: ShownPrice;
  /** Where the customer is, for the limits on holds; null where they are off. */
  network: string | null;
  /** Of a request that may be repeated (rule B6). */
  bookingId?: Types.ObjectId;
};

/** A held slot with its order at the gateway. */
export type OpenOrder = { payment: PaymentRecord; checkout: Checkout; holdExpiresAt: Date };

/** The first look of the reconciler at an order that nobody finished (rule M10). */
const firstCheckMs = 2 * minuteMs;

/**
 * Holds a slot for a customer and opens an order at the gateway (rules O1 to O4). Asking again for the same slot,
 * duration and price answers with the same order and never extends the hold; another slot replaces the hold (rule S4).
 * @throws AppError SLOT_TAKEN with the nearest free times, SLOT_NOT_BOOKABLE, PRICE_CHANGED, AMBIGUOUS_TIME,
 *   TOO_MANY_HOLDS, HOLD_AGAIN_LATER, HOLD_EXPIRED, GATEWAY_UNAVAILABLE or PAYMENT_REFUSED (the slot is free again
 *   then), BUSY
 */
export async function createOrder(
  dependencies: CreateOrderDependencies,
  { wish, shown, network, bookingId }: CreateOrderInput,
): Promise<OpenOrder> {
  const wanted = await prepareHold({ wish, shown, network, ...(bookingId ? { bookingId } : {}) });
  try {
    return await openAtGateway(await holdSlot(wanted, dependencies), dependencies);
  } catch (error) {
    throw await withNearest(error, wanted, dependencies.clock);
  }
}

/**
 * Opens the checkout of a hold, or describes the one that is open (rule P3).
 * @throws AppError HOLD_EXPIRED, GATEWAY_UNAVAILABLE or PAYMENT_REFUSED (the slot is free again then)
 */
export async function openAtGateway(held: HeldSlot, dependencies: CreateOrderDependencies): Promise<OpenOrder> {
  const { clock } = dependencies;
  const { payment } = held;
  const current = payment.orderId === undefined ? await requestOrder(payment, dependencies) : payment;
  // Whoever takes the claim away ends the payment with it: while that takes its order, the claim is as it was read.
  const isFresh = current !== payment && current?.status === 'created' && current.claimId.equals(held.claim._id);
  const claim = isFresh ? held.claim : await findClaim(payment.claimId);
  const stands = claim && isLiveHold(claim, clock.now()) && claim.paymentId?.equals(payment._id);
  const orderId = current?.status === 'created' ? current.orderId : undefined;
  if (!current || orderId === undefined || !stands || !claim.expiresAt) {
    throw new AppError(
      'HOLD_EXPIRED',
      'Your hold has ended; you have not been charged. Hold the time again if it is still free.',
    );
  }
  const checkout = dependencies.gateways.of(current.provider).describeCheckout(orderId);
  return { payment: current, checkout, holdExpiresAt: claim.expiresAt };
}

/**
 * The key is our payment id, so that the gateway answers a repeated request with the same checkout (rule O1).
 * @returns the payment with its order, or what somebody else made of it meanwhile
 */
async function requestOrder(
  payment: PaymentRecord,
  { clock, gateways, logger }: CreateOrderDependencies,
): Promise<PaymentRecord | null> {
  try {
    const checkout = await gateways.of(payment.provider).openCheckout({
      key: payment._id.toHexString(),
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      notes: { expertId: payment.expertId.toHexString(), startsAt: payment.booking.startsAt.toISOString() },
    });
    const now = clock.now();
    const attachment = { orderId: checkout.id, nextCheckAt: new Date(now.getTime() + firstCheckMs) };
    // Together: an order that is known is in the ledger, whenever the process dies.
    const isAttached = await inTransaction(async (transaction) => {
      if (!(await attachOrder(payment._id, { ...attachment, now }, transaction))) return false;
      await recordMoneyEvent(
        {
          _id: `order:${checkout.id}`,
          kind: 'order',
          paymentId: payment._id,
          providerId: checkout.id,
          amountMinor: payment.amountMinor,
          currency: payment.currency,
          feeMinor: null,
          taxMinor: null,
          at: now,
        },
        transaction,
      );
      return true;
    });
    if (!isAttached) return await findPayment(payment._id);
    return { ...payment, ...attachment, updatedAt: now };
  } catch (error) {
    if (error instanceof AppError && error.code === 'PAYMENT_REFUSED') {
      const { amountMinor, currency } = payment;
      logger.error({ err: error, paymentId: payment._id, amountMinor, currency }, 'the gateway refused an order');
    }
    // Rule O2: without an order nobody can pay, so the slot must not stay blocked. Another request of the customer may
    // have got the order meanwhile; then they can pay, and the hold is theirs.
    if (await releaseHold(payment, { to: 'failed', now: clock.now(), onlyWithoutOrder: true })) throw error;
    const current = await findPayment(payment._id);
    if (current?.orderId === undefined) throw error;
    return current;
  }
}

/** A customer who came second is shown where to go instead. */
export async function withNearest(
  error: unknown,
  { expert, offer, booking }: WantedSlot,
  clock: Clock,
): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'SLOT_TAKEN') return error;
  const nearest = await nearestFreeStarts({
    expert,
    terms: offer.terms(booking.duration),
    around: booking.startsAt,
    now: clock.now(),
  });
  return slotTaken({ nearest: nearest.map((start) => start.toISOString()) });
}
