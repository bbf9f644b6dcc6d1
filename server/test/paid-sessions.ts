import { Types } from 'mongoose';
import {
  ChargeModel,
  PaymentModel,
  processWebhooks,
  refundBooking,
  type PaymentRecord,
} from '../src/features/payments/index.ts';
import type { PaymentGateway } from '../src/gateways/payment/port.ts';
import { gatewaysOf } from '../src/gateways/payment/registry.ts';
import { inTransaction } from '../src/infra/mongo.ts';
import type { BookingWorld } from './booking-world.ts';
import { deliver, eventBody } from './gateway-events.ts';

/** A booked session with the ids of its money. */
export async function paidSession(world: BookingWorld) {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const session = await world.book(asha, expert);
  const paymentId = new Types.ObjectId(session.paymentId ?? '');
  const { providerPaymentId } = await ChargeModel.findOne({ paymentId }).lean().orFail();
  return { asha, session, paymentId, providerPaymentId };
}

/** Queues a refund of so much beside what came back before, as far as it is left. @returns what really goes back */
export function queueRefund(
  world: BookingWorld,
  paymentId: PaymentRecord['_id'],
  { amountMinor = 150_000, reasonKey = 'cancelled' } = {},
): Promise<number> {
  const refundId = new Types.ObjectId();
  const cause = { refundId, paymentId, reason: 'cancelled', reasonKey, now: world.clock.now() } as const;
  return inTransaction(async (transaction) => {
    const { chargeId } = await PaymentModel.findById(paymentId).session(transaction).lean().orFail();
    const { refundedMinor, lostMinor } = await ChargeModel.findById(chargeId).session(transaction).lean().orFail();
    return refundBooking({ ...cause, amountMinor: amountMinor + refundedMinor + lostMinor }, transaction);
  });
}

/** The gateway's event about a dispute reaches us and is acted on. */
export async function hearOfDispute(
  world: BookingWorld,
  { disputeId, paymentId, event = 'created' }: { disputeId: string; paymentId: string; event?: string },
): Promise<void> {
  const entities = { payment: { id: paymentId }, dispute: { id: disputeId, payment_id: paymentId } };
  await deliver(world, { body: eventBody(`payment.dispute.${event}`, entities) });
  await processWebhooks(world);
}

/** What jobs depend on, with a gateway that answers differently. */
export function withGateway(
  { clock, logger, supportEmail, gateway }: BookingWorld,
  overrides: Partial<PaymentGateway>,
) {
  return { clock, logger, supportEmail, gateways: gatewaysOf({ ...gateway, ...overrides }) };
}
