import { z } from 'zod';
import {
  currencySchema,
  dateSchema,
  durationSchema,
  idSchema,
  instantSchema,
  timeSchema,
  timezoneSchema,
} from './common.ts';
import type { EndpointTable } from './endpoint.ts';
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

export const refundStatuses = ['queued', 'sent', 'processed', 'failed', 'blocked', 'closed'] as const;
export const refundSchema = z.object({ amount: z.number(), amountMinor: z.int(), status: z.enum(refundStatuses) });

/** Details of `SLOT_TAKEN`: times nearby that are free now, and the refund where money had been taken. */
export const slotTakenDetailsSchema = z.object({
  nearest: z.array(instantSchema),
  refund: refundSchema.optional(),
});

/** Razorpay ids: a prefix and 14 alphanumerics. */
const orderIdSchema = z.string().regex(/^order_[A-Za-z0-9]{14}$/, 'must be an order id of the gateway');
const orderParams = z.object({ orderId: orderIdSchema });

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
  }),
});

export const orderSchema = z.object({
  success: z.literal(true),
  orderId: orderIdSchema,
  paymentId: idSchema,
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  keyId: z.string(),
  /** Where the browser loads the gateway's checkout from. */
  checkoutUrl: z.url(),
  holdExpiresAt: instantSchema,
  /** The server's clock when it answered; countdowns correct for a wrong clock in the browser. */
  serverTime: instantSchema,
});
export type Order = z.infer<typeof orderSchema>;

export const orderStatusSchema = z.object({
  status: z.enum(paymentStatuses),
  paymentId: idSchema,
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
  keyId: z.string(),
  checkoutUrl: z.url(),
  session: sessionSchema.optional(),
  refund: refundSchema.optional(),
});
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const paymentEndpoints = {
  'POST /payments/create-order': {
    access: 'authenticated',
    summary: 'Hold a slot and open an order at the gateway (O1-O4)',
    body: createOrderBodySchema,
    responses: { 201: orderSchema },
    errors: [
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'SLOT_TAKEN',
      'PRICE_CHANGED',
      'HOLD_EXPIRED',
      'SLOT_NOT_BOOKABLE',
      'AMBIGUOUS_TIME',
      'TOO_MANY_REQUESTS',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
    ],
  },
  'GET /payments/orders/:orderId': {
    access: 'authenticated',
    summary: 'The state of an order: feeds the retry and the wait for a pending payment',
    params: orderParams,
    responses: { 200: z.object({ success: z.literal(true), order: orderStatusSchema }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'DELETE /payments/orders/:orderId': {
    access: 'authenticated',
    summary: 'Release the hold, unless a payment is in flight or done (O4)',
    params: orderParams,
    responses: {
      200: z.object({ success: z.literal(true), released: z.boolean(), session: sessionSchema.optional() }),
      202: z.object({ success: z.literal(true), released: z.literal(false) }),
    },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND', 'SLOT_TAKEN', 'GATEWAY_UNAVAILABLE', 'BUSY'],
  },
  'POST /payments/verify': {
    access: 'authenticated',
    summary: 'Settle a payment the checkout reported (M1-M8)',
    body: z.object({
      razorpay_order_id: orderIdSchema,
      razorpay_payment_id: z.string().regex(/^pay_[A-Za-z0-9]{14}$/, 'must be a payment id of the gateway'),
      razorpay_signature: z.string().max(256),
    }),
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
      'GATEWAY_UNAVAILABLE',
      'BUSY',
    ],
  },
  'GET /payments/:id/receipt': {
    access: 'authenticated',
    summary: 'A plain receipt as a printable page',
    params: z.object({ id: idSchema }),
    responses: { 200: z.string() },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_TRANSITION'],
  },
} as const satisfies EndpointTable;
