import { checkoutSchema, olderCheckoutFields, paymentReferenceSchema, paymentReportSchema } from './checkouts.ts';
import { z } from 'zod';
import { bookingDetailsFields } from './booking-details.ts';
import {
  currencySchema,
  dateSchema,
  durationSchema,
  idSchema,
  instantSchema,
  timeSchema,
  timezoneSchema,
} from './common.ts';
import { disputeSchema } from './disputes.ts';
import type { EndpointTable } from './endpoint.ts';
import { refundSchema } from './refunds.ts';
import { sessionSchema } from './sessions.ts';

export const paymentStatuses = [
  'created',
  'success',
  'failed',
  'expired',
  'refund_pending',
  'refunded',
  'partially_refunded',
  'refund_failed',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Legal transitions of a payment (rule R4). Any other is `INVALID_TRANSITION`. */
export const paymentTransitions: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ['success', 'failed', 'expired', 'refund_pending'],
  failed: ['success', 'refund_pending'],
  expired: ['success', 'refund_pending'],
  success: ['refund_pending'],
  refund_pending: ['refunded', 'partially_refunded', 'refund_failed'],
  partially_refunded: ['refund_pending'],
  refund_failed: ['refund_pending'],
  refunded: [],
};

/** What the customer sees of the money of one order. */
export const paymentSchema = z.object({
  id: idSchema,
  orderId: z.string().nullable(),
  /** The gateway's id of the payment that settled, once there is one. */
  providerPaymentId: z.string().nullable(),
  status: z.enum(paymentStatuses),
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
});
export type Payment = z.infer<typeof paymentSchema>;

/** The money of one booking, for its customer. */
export const paymentDetailsSchema = paymentSchema.extend({
  method: z.string().nullable(),
  paidAt: instantSchema.nullable(),
  refunds: z.array(
    refundSchema.extend({
      id: idSchema,
      createdAt: instantSchema,
      /** Null until the gateway has processed it. */
      processedAt: instantSchema.nullable(),
    }),
  ),
});
export type PaymentDetails = z.infer<typeof paymentDetailsSchema>;

const orderParams = z.object({ id: paymentReferenceSchema });

export const createOrderBodySchema = z.strictObject({
  /** What the customer saw, in major units; another price is 409 `PRICE_CHANGED` with the right one. */
  amount: z.number().min(0),
  currency: currencySchema,
  notes: z.strictObject({
    expertId: idSchema,
    sessionDate: dateSchema,
    sessionTime: timeSchema,
    duration: durationSchema.default(60),
    /** The zone of `sessionDate` and `sessionTime`; the expert's where absent (S6). */
    timezone: timezoneSchema.optional(),
    startsAt: instantSchema.optional(),
    ...bookingDetailsFields,
  }),
});

export const orderSchema = z.object({
  success: z.literal(true),
  /** The gateway's id of the checkout. */
  orderId: z.string(),
  paymentId: idSchema,
  /** The booking that it pays for: its id becomes the session's (M3). */
  bookingId: idSchema,
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  checkout: checkoutSchema,
  ...olderCheckoutFields,
  holdExpiresAt: instantSchema,
  /** The server's clock when it answered; countdowns correct for a wrong clock in the browser. */
  serverTime: instantSchema,
});
export type Order = z.infer<typeof orderSchema>;

export const orderStatusSchema = z.object({
  status: z.enum(paymentStatuses),
  paymentId: idSchema,
  bookingId: idSchema,
  sessionTypeId: idSchema.nullable(),
  /** Of the offer; null is the expert's hour. */
  title: z.string().nullable(),
  /** Null once the hold is gone or sold. */
  holdExpiresAt: instantSchema.nullable(),
  serverTime: instantSchema,
  expert: z.object({
    id: idSchema,
    slug: z.string(),
    name: z.string(),
    avatar: z.string(),
    category: z.string(),
    rate: z.number(),
    currency: currencySchema,
    timezone: z.string(),
  }),
  startsAt: instantSchema,
  duration: z.int(),
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  /** Null until the gateway has opened one. */
  checkout: checkoutSchema.nullable(),
  ...olderCheckoutFields,
  session: sessionSchema.optional(),
  refund: refundSchema.optional(),
});
export type OrderStatus = z.infer<typeof orderStatusSchema>;

/** What a browser learns of the payment it reported, whoever is signed in: nothing of who, with whom and when. */
export const reportedPaymentSchema = z.object({
  /** `returned`: no session could be made of it, and the money goes back. */
  outcome: z.enum(['booked', 'requested', 'cancelled', 'pending', 'returned']),
  amount: z.number(),
  currency: currencySchema,
  /** The session's, for support. */
  reference: z.string().nullable(),
  refund: refundSchema.optional(),
});
export type ReportedPayment = z.infer<typeof reportedPaymentSchema>;

export const paymentEndpoints = {
  'GET /payments/reported': {
    access: 'public',
    summary:
      'The outcome of the payment that the gateway reported through this browser (a cookie of 30 minutes says which)',
    responses: { 200: z.object({ success: z.literal(true), payment: reportedPaymentSchema }) },
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
  'POST /payments/create-order': {
    access: 'authenticated',
    limit: 'order',
    summary: 'Hold a slot and open an order at the gateway (O1-O4)',
    /** Or the booking alone, of a hold that was made at `/scheduling/bookings` (B4). */
    body: z.union([createOrderBodySchema, z.strictObject({ bookingId: idSchema })]),
    responses: { 201: orderSchema },
    errors: [
      'OFFER_CHANGED',
      'FORBIDDEN',
      'INVALID_TRANSITION',
      'IDEMPOTENCY_KEY_REUSED',
      'IDEMPOTENCY_KEY_IN_USE',
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'TOO_MANY_HOLDS',
      'HOLD_AGAIN_LATER',
      'SLOT_TAKEN',
      'PRICE_CHANGED',
      'HOLD_EXPIRED',
      'SLOT_NOT_BOOKABLE',
      'AMBIGUOUS_TIME',
      'TOO_MANY_REQUESTS',
      'PAYMENT_REFUSED',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
    ],
  },
  'GET /payments/orders/:id': {
    access: 'authenticated',
    summary: 'The state of an order: feeds the retry and the wait for a pending payment',
    params: orderParams,
    responses: { 200: z.object({ success: z.literal(true), order: orderStatusSchema }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'DELETE /payments/orders/:id': {
    access: 'authenticated',
    limit: 'settle',
    summary: 'Release the hold, unless a payment is in flight or done (O4)',
    params: orderParams,
    responses: {
      200: z.object({ success: z.literal(true), released: z.boolean(), session: sessionSchema.optional() }),
      202: z.object({ success: z.literal(true), released: z.literal(false) }),
    },
    errors: [
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'SLOT_TAKEN',
      'PAYMENT_REFUSED',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
      'TOO_MANY_REQUESTS',
    ],
  },
  'POST /payments/verify': {
    access: 'authenticated',
    limit: 'settle',
    summary: 'Settle a payment the checkout reported (M1-M8)',
    body: paymentReportSchema,
    responses: {
      200: z.object({ success: z.literal(true), payment: paymentSchema, session: sessionSchema }),
      202: z.object({ success: z.literal(true), payment: paymentSchema }),
    },
    errors: [
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'PAYMENT_NOT_VERIFIED',
      'NOT_FOUND',
      'SLOT_TAKEN',
      'PAYMENT_REFUSED',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
      'TOO_MANY_REQUESTS',
    ],
  },
  'GET /payments/:id': {
    access: 'authenticated',
    summary: "The money of the person's own booking, with its refunds",
    params: z.object({ id: idSchema }),
    responses: { 200: z.object({ success: z.literal(true), payment: paymentDetailsSchema }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'POST /payments/:id/refund': {
    access: 'admin',
    summary: 'An admin returns money without a change of the session (L2)',
    params: z.object({ id: idSchema }),
    body: z.strictObject({
      amountMinor: z.int().min(1),
      reason: z.string().trim().min(1).max(500),
      /** Of the admin's choosing: repeating the call with it refunds once. */
      idempotencyKey: z.string().regex(/^[\w-]{8,64}$/),
    }),
    responses: { 200: z.object({ success: z.literal(true), payment: paymentDetailsSchema }) },
    errors: ['VALIDATION_FAILED', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_TRANSITION', 'BUSY'],
  },
  'GET /admin/disputes': {
    access: 'admin',
    summary: 'The latest hundred disputes, newest first (R3)',
    responses: { 200: z.object({ success: z.literal(true), disputes: z.array(disputeSchema) }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN'],
  },
  'GET /payments/:id/receipt': {
    access: 'authenticated',
    limit: 'receipt',
    summary: 'The tax invoice of a payment as PDF (C2)',
    params: z.object({ id: idSchema }),
    responses: { 200: z.instanceof(Uint8Array) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_TRANSITION', 'BUSY', 'TOO_MANY_REQUESTS'],
  },
  'GET /payments/:id/refunds/:refundId/receipt': {
    access: 'authenticated',
    limit: 'receipt',
    summary: 'The credit note of a refund as PDF; a refund receipt where there is no invoice (C2)',
    params: z.object({ id: idSchema, refundId: idSchema }),
    responses: { 200: z.instanceof(Uint8Array) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_TRANSITION', 'BUSY', 'TOO_MANY_REQUESTS'],
  },
} as const satisfies EndpointTable;
