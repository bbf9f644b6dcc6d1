import type { Request, Router } from 'express';
import { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { MountEndpoint } from '../../../http/endpoint.ts';
import { readIdempotencyKey } from '../../../http/idempotency-key.ts';
import { networkOf } from '../../../http/network.ts';
import type { Principal } from '../../../http/principal.ts';
import { createRouter } from '../../../http/router.ts';
import { bookOnce } from '../../idempotency/index.ts';
import type { CreateOrderDependencies } from '../../payments/index.ts';
import { book } from './book.ts';
import { changeBooking } from './change-booking.ts';
import { findBooking, findSettledBooking, type FoundBooking } from './find-booking.ts';
import { listBookings } from './list-bookings.ts';
import { confirmationUrlOf, presentBooking } from './present-booking.ts';
import { readConfirmWish, readHoldWish, type ReadWish } from './read-wish.ts';
import { retryBooking } from './retry-booking.ts';

export type SchedulingDependencies = CreateOrderDependencies & {
  endpoint: MountEndpoint;
  frontendUrl: string;
  /** Off for load tests, where one machine plays many people. */
  limits: 'on' | 'off';
};

/** `/scheduling/bookings`: what people book, from the hold on. */
export function schedulingRoutes(dependencies: SchedulingDependencies): Router {
  const { endpoint, clock, frontendUrl, limits } = dependencies;
  const router = createRouter();
  const present = (found: FoundBooking, { userId }: Principal) =>
    presentBooking(found, { viewerId: userId, frontendUrl });
  const placeOf = (request: Request) => (limits === 'on' ? networkOf(request) : null);

  /** Books once, however often the request comes with its key (rule B6). */
  const once = (
    { request, principal, wish }: { request: Request; principal: Principal; wish: unknown },
    make: (bookingId: Types.ObjectId) => Promise<Types.ObjectId>,
  ) =>
    bookOnce<FoundBooking>(
      { key: readIdempotencyKey(request), owner: principal.userId.toHexString(), wish },
      { clock },
      {
        book: async (id) => {
          const bookingId = await make(id);
          return { booked: await findBooking(bookingId, principal, clock.now()), bookingId };
        },
        show: (id) => findIfBooked(id, principal, clock.now()),
      },
    );
  const bookWish = async (
    { request, principal, wish }: { request: Request; principal: Principal; wish: unknown },
    read: () => Promise<ReadWish>,
  ) => {
    const network = placeOf(request);
    return once({ request, principal, wish }, async (bookingId) =>
      book(dependencies, { ...(await read()), bookingId, network }),
    );
  };

  endpoint(router, 'POST /scheduling/bookings', async ({ body, principal, request }) => {
    const wish = ['POST /scheduling/bookings', body];
    const read = () => readHoldWish(body, principal.userId);
    const { booked, isRepeated } = await bookWish({ request, principal, wish }, read);
    return { status: isRepeated ? 200 : 201, body: { success: true, booking: present(booked, principal) } };
  });

  endpoint(router, 'POST /scheduling/bookings/confirm', async ({ body, principal, request }) => {
    const wish = ['POST /scheduling/bookings/confirm', body];
    const read = () => readConfirmWish(body, principal.userId);
    const { booked, isRepeated } = await bookWish({ request, principal, wish }, read);
    const { id, startTime, endTime, status, paymentStatus } = present(booked, principal);
    const isToBePaid = status === 'PENDING' && (paymentStatus === 'UNPAID' || paymentStatus === 'FAILED');
    return {
      status: isRepeated ? 200 : 201,
      body: {
        success: true,
        booking: { id, startTime, endTime, confirmationUrl: confirmationUrlOf(booked._id, frontendUrl) },
        ...(isToBePaid ? { paymentRequired: true, checkoutUrl: `${frontendUrl}/bookings/${id}/pay` } : {}),
      },
    };
  });

  endpoint(router, 'GET /scheduling/bookings', async ({ query, principal }) => {
    const { bookings, nextCursor } = await listBookings({
      principal,
      as: query.as,
      status: query.status,
      cursor: query.cursor,
      limit: query.limit,
      now: clock.now(),
    });
    const body = { success: true as const, bookings: bookings.map((found) => present(found, principal)), nextCursor };
    return { status: 200, body };
  });

  endpoint(router, 'GET /scheduling/bookings/:id', async ({ params, principal }) => {
    const found = await findSettledBooking(dependencies, new Types.ObjectId(params.id), principal);
    const serverTime = clock.now().toISOString();
    return { status: 200, body: { success: true, booking: present(found, principal), serverTime } };
  });

  endpoint(router, 'PATCH /scheduling/bookings/:id', async ({ params, body, principal }) => {
    const id = new Types.ObjectId(params.id);
    await changeBooking(dependencies, { id, status: body.status, principal });
    const found = await findBooking(id, principal, clock.now());
    return { status: 200, body: { success: true, booking: present(found, principal) } };
  });

  endpoint(router, 'POST /scheduling/bookings/:id/retry', async ({ params, principal, request }) => {
    const id = new Types.ObjectId(params.id);
    const wish = ['POST /scheduling/bookings/:id/retry', params.id];
    const network = placeOf(request);
    const { booked, isRepeated } = await once({ request, principal, wish }, (bookingId) =>
      retryBooking(dependencies, { id, bookingId, principal, network }),
    );
    const status = isRepeated || booked._id.equals(id) ? 200 : 201;
    return { status, body: { success: true, booking: present(booked, principal) } };
  });

  return router;
}

/** Null for a booking that was never made. */
async function findIfBooked(id: Types.ObjectId, principal: Principal, now: Date): Promise<FoundBooking | null> {
  try {
    return await findBooking(id, principal, now);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
