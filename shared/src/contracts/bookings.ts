import { z } from 'zod';
import { answersSchema, notesSchema, pathwaySchema } from './booking-details.ts';
import {
  currencySchema,
  dateSchema,
  durationSchema,
  idSchema,
  instantSchema,
  pageQuery,
  timezoneSchema,
} from './common.ts';
import type { EndpointTable } from './endpoint.ts';
import { slotReasons } from './experts.ts';
import { offerAccesses } from '../offers/index.ts';
import { answeredQuestionSchema } from './session-types.ts';

export const bookingStatuses = ['PENDING', 'CONFIRMED', 'CANCELLED', 'COMPLETED'] as const;
export type BookingStatus = (typeof bookingStatuses)[number];
export const bookingPaymentStatuses = ['UNPAID', 'PAID', 'REFUNDED', 'FAILED'] as const;
export type BookingPaymentStatus = (typeof bookingPaymentStatuses)[number];

export const timeSlotSchema = z.object({
  startTime: instantSchema,
  endTime: instantSchema,
  available: z.boolean(),
  /** Of a group: how many places are left. */
  inviteesRemaining: z.int().optional(),
  schedulingUrl: z.string().optional(),
  reason: z.enum(slotReasons).optional(),
});
export type TimeSlot = z.infer<typeof timeSlotSchema>;

/** What a person booked, from the hold on (rules B2 and B3). */
export const bookingSchema = z.object({
  id: idSchema,
  /** Once there is a session. */
  reference: z.string().optional(),
  expertId: idSchema,
  expert: z.object({ id: idSchema, slug: z.string(), name: z.string(), avatar: z.string(), category: z.string() }),
  clientId: idSchema,
  /** Null is the expert's hour. */
  sessionTypeId: idSchema.nullable(),
  title: z.string(),
  description: z.string().optional(),
  access: z.enum(offerAccesses).optional(),
  startTime: instantSchema,
  endTime: instantSchema,
  status: z.enum(bookingStatuses),
  paymentStatus: z.enum(bookingPaymentStatuses),
  /** Whose move is next, while it is PENDING and paid. */
  awaiting: z.enum(['approval', 'calendly', 'address']).optional(),
  noShow: z.boolean().optional(),
  refundPending: z.boolean().optional(),
  refundFailed: z.boolean().optional(),
  /** Major units of `currency`, and minor ones; 0 is free. */
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  refundedAmount: z.number().optional(),
  paymentId: idSchema.optional(),
  stripeSessionId: z.string().optional(),
  calendlyEventId: z.string().optional(),
  clientTimezone: z.string(),
  expertTimezone: z.string(),
  notes: z.string().optional(),
  answers: z.array(answeredQuestionSchema).optional(),
  pathway: z.string().optional(),
  /** Until when the time is held; only while it is. */
  holdExpiresAt: instantSchema.optional(),
  confirmationUrl: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Booking = z.infer<typeof bookingSchema>;

const bookingParams = z.object({ id: idSchema });
const oneBooking = z.object({ success: z.literal(true), booking: bookingSchema });

const confirmedSchema = z.object({
  success: z.literal(true),
  booking: z.object({
    id: idSchema,
    calendlyEventId: z.string().optional(),
    confirmationUrl: z.string(),
    startTime: instantSchema,
    endTime: instantSchema,
  }),
  paymentRequired: z.boolean().optional(),
  checkoutUrl: z.string().optional(),
});

/** Members that both doors to a booking share. */
const wishFields = {
  /** Null is the expert's hour, of the length that the times give. */
  sessionTypeId: idSchema.nullable(),
  /** What was shown, in major units; another price is 409 `PRICE_CHANGED`. */
  amount: z.number().min(0).optional(),
  notes: notesSchema.optional(),
  answers: answersSchema.optional(),
  pathway: pathwaySchema.optional(),
};

const bookErrors = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'OFFER_CHANGED',
  'PRICE_CHANGED',
  'SLOT_TAKEN',
  'SLOT_NOT_BOOKABLE',
  'TOO_MANY_HOLDS',
  'HOLD_AGAIN_LATER',
  'EMAIL_NOT_CONFIRMED',
  'FREE_SESSIONS_FULL',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  'TOO_MANY_REQUESTS',
  'BUSY',
] as const;

const monthPattern = /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/;

export const bookingEndpoints = {
  'GET /scheduling/time-slots': {
    access: 'public',
    summary: 'The starts of a day, each free or with its reason, or the free ones of a month (S1, S6)',
    query: z
      .object({
        expertId: idSchema,
        /** Absent is the expert's hour. */
        sessionTypeId: idSchema.optional(),
        /** Of the expert's hour alone, minutes. */
        duration: z.coerce.number().pipe(durationSchema).default(60),
        date: dateSchema.optional(),
        month: z.string().regex(monthPattern, 'must be a month like 2026-01').optional(),
        timezone: timezoneSchema.optional(),
      })
      .refine(({ date, month }) => (date === undefined) !== (month === undefined), {
        path: ['date'],
        message: 'give either date or month',
      }),
    responses: { 200: z.object({ success: z.literal(true), timeSlots: z.array(timeSlotSchema) }) },
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'OFFER_CHANGED'],
  },
  'POST /scheduling/bookings': {
    access: 'authenticated',
    limit: 'order',
    summary: 'Hold a time without a checkout; a free one is booked (B4)',
    body: z.strictObject({
      expertId: idSchema,
      /** Nobody but the person who asks. */
      clientId: idSchema.optional(),
      startTime: instantSchema,
      endTime: instantSchema,
      clientTimezone: timezoneSchema.optional(),
      ...wishFields,
    }),
    responses: { 200: oneBooking, 201: oneBooking },
    errors: bookErrors,
  },
  'POST /scheduling/bookings/confirm': {
    access: 'authenticated',
    limit: 'order',
    summary: 'Book a free time, or hold one and learn where to pay (B4)',
    body: z.strictObject({
      timeSlot: z.object({
        startTime: instantSchema,
        endTime: instantSchema,
        schedulingUrl: z.string().max(2_000).optional(),
      }),
      /** Of somebody with an account they give zone alone. */
      clientDetails: z.object({ name: z.string().max(200), email: z.string().max(254), timezone: timezoneSchema }),
      /** For the expert's hour, which has no id of its own. */
      expertId: idSchema.optional(),
      ...wishFields,
    }),
    responses: {
      200: confirmedSchema,
      201: confirmedSchema,
    },
    errors: bookErrors,
  },
  'GET /scheduling/bookings': {
    access: 'authenticated',
    summary: "The person's bookings, newest start first; their live holds stand before the first page (B3)",
    query: z.object({
      ...pageQuery,
      as: z.enum(['client', 'expert']).default('client'),
      status: z.enum(bookingStatuses).optional(),
    }),
    responses: {
      200: z.object({ success: z.literal(true), bookings: z.array(bookingSchema), nextCursor: z.string().nullable() }),
    },
    errors: ['VALIDATION_FAILED', 'UNAUTHENTICATED', 'FORBIDDEN'],
  },
  'GET /scheduling/bookings/:id': {
    access: 'authenticated',
    summary: 'One booking of the person; while it is unpaid, what the gateway knows is settled first (P4)',
    params: bookingParams,
    responses: { 200: oneBooking.extend({ serverTime: instantSchema }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'PATCH /scheduling/bookings/:id': {
    access: 'authenticated',
    limit: 'settle',
    summary: 'Cancel, accept, decline, release or complete a booking (B4)',
    params: bookingParams,
    body: z.strictObject({ status: z.enum(bookingStatuses) }),
    responses: { 200: oneBooking },
    errors: [
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'INVALID_TRANSITION',
      'SLOT_TAKEN',
      'PAYMENT_REFUSED',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
    ],
  },
  'POST /scheduling/bookings/:id/retry': {
    access: 'authenticated',
    limit: 'order',
    summary: 'Hold the time of a lapsed booking again, as a new booking (B5)',
    params: bookingParams,
    responses: { 200: oneBooking, 201: oneBooking },
    errors: [...bookErrors, 'INVALID_TRANSITION', 'GATEWAY_UNAVAILABLE'],
  },
} as const satisfies EndpointTable;
