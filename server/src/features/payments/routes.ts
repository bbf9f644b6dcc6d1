import type { Router } from 'express';
import { Types } from 'mongoose';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { readIdempotencyKey } from '../../http/idempotency-key.ts';
import { networkOf } from '../../http/network.ts';
import type { RateLimit } from '../../http/rate-limit.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import { findBookingRecord } from '../booking-records/index.ts';
import { bookOnce } from '../idempotency/index.ts';
import { loadPeople, presentSession, type SessionDisplay } from '../sessions/index.ts';
import { callbackRoutes } from './callback/callback-routes.ts';
import { moneyRoutes } from './money-routes.ts';
import { createOrder } from './orders/create-order.ts';
import { BookingExists } from './holds/hold-slot.ts';
import { openHeldOrder } from './orders/open-held.ts';
import { bookingIdOf } from './records/booking-id.ts';
import { findOrder } from './orders/find-order.ts';
import { readOrder } from './orders/read-order.ts';
import { presentOrder, presentOrderStatus, presentPayment, presentRefund } from './presenter.ts';
import { releaseOrder } from './orders/release-order.ts';
import type { SettleDependencies } from './dependencies.ts';
import type { Settlement } from './settlement/settle.ts';
import { slotLost } from './settlement/slot-lost-error.ts';
import { verifyPayment } from './settlement/verify-payment.ts';

type Settled = Extract<Settlement, { outcome: 'settled' }>;

export type PaymentRouteDependencies = SettleDependencies & {
  endpoint: MountEndpoint;
  rateLimit: RateLimit;
  holdMinutes: number;
  /** Off for load tests, where one machine plays many people. */
  limits: 'on' | 'off';
  frontendUrl: string;
  display: SessionDisplay;
  /** A secret of the server, of at least 32 bytes. */
  secret: string;
};

/** `/payments`: from holding a slot to a settled payment. */
export function paymentRoutes(dependencies: PaymentRouteDependencies): Router {
  const { endpoint, clock, gateways, limits, display } = dependencies;
  const router = createRouter();
  const present = async ({ session, with: known }: Settled, principal: Principal) => {
    const people = known ? { session, expert: known.expert, customer: known.customer } : await loadPeople(session);
    return presentSession({ ...people, viewerId: principal.userId, now: clock.now(), ...display });
  };

  endpoint(router, 'POST /payments/create-order', async ({ body, principal, request }) => {
    const { userId } = principal;
    const openHeld = (bookingId: Types.ObjectId) => openHeldOrder(dependencies, { bookingId, userId });
    if ('bookingId' in body) {
      const order = await openHeld(new Types.ObjectId(body.bookingId));
      return { status: 201, body: presentOrder(order, clock.now()) };
    }
    const network = limits === 'on' ? networkOf(request) : null;
    const keyed = { key: readIdempotencyKey(request), owner: userId.toHexString(), wish: ['create-order', body] };
    const { booked } = await bookOnce(keyed, dependencies, {
      book: async (bookingId) => {
        const wanted = await readOrder(body, userId);
        const order = await createOrder(dependencies, { ...wanted, network, bookingId }).catch((error: unknown) => {
          // A request with the same key was faster: it is the same booking.
          if (error instanceof BookingExists) return openHeld(bookingId);
          throw error;
        });
        return { booked: order, bookingId: bookingIdOf(order.payment) };
      },
      show: async (bookingId) => ((await findBookingRecord(bookingId)) ? openHeld(bookingId) : null),
    });
    return { status: 201, body: presentOrder(booked, clock.now()) };
  });

  endpoint(router, 'GET /payments/orders/:id', async ({ params, principal }) => {
    const { settlement, ...found } = await findOrder({ reference: params.id, userId: principal.userId });
    const { provider, orderId } = found.payment;
    const checkout = orderId === undefined ? null : gateways.of(provider).describeCheckout(orderId);
    const order = presentOrderStatus({ ...found, checkout, now: clock.now() });
    if (settlement.outcome === 'settled') order.session = await present(settlement, principal);
    if (settlement.outcome === 'slot-lost' && settlement.refund) order.refund = presentRefund(settlement.refund);
    return { status: 200, body: { success: true, order } };
  });

  endpoint(router, 'DELETE /payments/orders/:id', async ({ params, principal }) => {
    const release = await releaseOrder(dependencies, { reference: params.id, userId: principal.userId });
    if (release.outcome === 'in-flight') return { status: 202, body: { success: true, released: false } };
    if (release.outcome === 'released') return { status: 200, body: { success: true, released: true } };
    if (release.outcome === 'slot-lost') throw await slotLost(release, clock.now());
    const session = await present(release, principal);
    return { status: 200, body: { success: true, released: false, session } };
  });

  endpoint(router, 'POST /payments/verify', async ({ body, principal }) => {
    const settlement = await verifyPayment(dependencies, { body, userId: principal.userId });
    if (settlement.outcome === 'slot-lost') throw await slotLost(settlement, clock.now());
    const payment = presentPayment(settlement.payment, settlement.providerPaymentId);
    if (settlement.outcome === 'pending') return { status: 202, body: { success: true, payment } };
    const session = await present(settlement, principal);
    return { status: 200, body: { success: true, payment, session } };
  });

  // Before the routes that would take `reported` for the id of a payment.
  router.use(callbackRoutes(dependencies));
  router.use(moneyRoutes(dependencies));
  return router;
}
