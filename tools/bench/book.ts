import type { Types } from 'mongoose';
import { nothingTold } from '../../server/src/features/availability/index.ts';
import { createOrder, settle } from '../../server/src/features/payments/index.ts';
import { gatewaysOf } from '../../server/src/gateways/payment/registry.ts';
import { createLogger } from '../../server/src/infra/logger.ts';
import { benchClock } from './fixtures.ts';
import { InstantGateway } from './instant-gateway.ts';
import type { Wish } from './market.ts';

export const gateway = new InstantGateway();
export const gateways = gatewaysOf(gateway);
const dependencies = { clock: benchClock, gateways, holdMinutes: 10, logger: createLogger('warn') };

/** The first half of a booking: a slot held and an order opened, by the use case that the API calls. */
export async function hold({ expert, customer, startsAt }: Wish): Promise<{ _id: Types.ObjectId; orderId: string }> {
  const wish = {
    ...nothingTold,
    expertId: expert._id,
    userId: customer._id,
    startsAt,
    duration: 60,
    clientTimezone: null,
  };
  const shown = { amountMinor: expert.rateMinor, currency: expert.currency };
  const { payment, checkout } = await createOrder(dependencies, { wish, shown, network: null });
  return { _id: payment._id, orderId: checkout.id };
}

/** What the gateway reports of a payment on its own, while the customer's browser reports it, too. */
export type Report = (paid: { orderId: string; providerPaymentId: string }) => Promise<void>;

/** A whole booking: held, paid at the gateway, settled. @returns the payment's id */
export async function book(wish: Wish, report?: Report): Promise<Types.ObjectId> {
  const { _id, orderId } = await hold(wish);
  const providerPaymentId = gateway.pay(orderId);
  const [{ outcome }] = await Promise.all([
    settle(dependencies, { paymentId: _id, providerPaymentId }),
    report?.({ orderId, providerPaymentId }),
  ]);
  if (outcome !== 'settled') throw new Error(`a booking ended as ${outcome}`);
  return _id;
}
