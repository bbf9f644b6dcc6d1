import { z } from 'zod';
import { shownText } from '../text/index.ts';
import {
  currencySchema,
  dateSchema,
  durationSchema,
  idSchema,
  instantSchema,
  pageQuery,
  textLimits,
  timeSchema,
} from './common.ts';
import type { EndpointTable } from './endpoint.ts';
import { cancellationPolicySchema } from './policy.ts';
import { placeKinds } from '../offers/index.ts';
import { answeredQuestionSchema } from './session-types.ts';
import { sessionStatuses } from '../lifecycle/index.ts';

export const sessionSchema = z.object({
  id: idSchema,
  /** Short and unique; shown on page, mail and receipt. */
  reference: z.string(),
  expert: z.object({ id: idSchema, slug: z.string(), name: z.string(), avatar: z.string(), category: z.string() }),
  /** For the expert only. */
  customer: z.object({ id: idSchema, name: z.string(), email: z.string() }).optional(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** Wall clock in `timezone`, the expert's zone. */
  scheduledDate: dateSchema,
  scheduledTime: timeSchema,
  timezone: z.string(),
  duration: z.int(),
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  paymentId: idSchema.nullable(),
  /** The offer it was booked by; null is the expert's hour. */
  sessionTypeId: idSchema.nullable(),
  /** Of the offer, as it was shown; null is the expert's hour. */
  title: z.string().nullable(),
  /** What the customer answered, chose and wrote: for the two people alone (F6). */
  answers: z.array(answeredQuestionSchema).optional(),
  pathway: z.string().nullable().optional(),
  notes: z.string().nullable().optional(),
  place: z.object({ kind: z.enum(placeKinds), text: z.string().optional() }),
  status: z.enum(sessionStatuses),
  /** Raised by each change. */
  revision: z.int(),
  /** What the customer saw when they booked; what is enforced (O3). */
  policy: cancellationPolicySchema,
  /** What comes back in minor units when its customer cancels after the deadline. */
  lateRefundMinor: z.int(),
  /** Until when the expert answers a request; null unless it is pending. */
  answerBy: instantSchema.nullable(),
  /** When it was completed by itself; null otherwise. */
  autoCompletedAt: instantSchema.nullable(),
  /** Who cancelled it and why, what came of it for the money; null unless it is cancelled or a no-show. */
  ended: z
    .object({
      by: z.enum(['customer', 'expert', 'admin', 'system']),
      at: instantSchema,
      reason: z.string().nullable(),
      noShowBy: z.enum(['customer', 'expert']).nullable(),
      /** Whether the expert had not accepted it yet. */
      wasRequest: z.boolean(),
      refundMinor: z.int(),
    })
    .nullable(),
  rating: z.number().nullable(),
  review: z.string().nullable(),
  roomId: z.string().nullable(),
  /** Only in the window around the session. */
  joinUrl: z.string().nullable(),
  /**
   * How many minutes before the start the viewer will still be reminded by email, longest first; of a request, if it is
   * accepted by then. Whoever has switched reminders off gets none of them.
   */
  remindersBefore: z.array(z.int()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

const sessionParams = z.object({ id: idSchema });
const oneSession = z.object({ success: z.literal(true), session: sessionSchema });
const reasonSchema = z.string().overwrite(shownText).max(500).optional();
const changeErrors = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_TRANSITION',
  'BUSY',
] as const;

export const sessionEndpoints = {
  'POST /sessions': {
    access: 'authenticated',
    limit: 'order',
    summary: 'The session of a payment; settles it when needed (M9)',
    body: z.strictObject({
      expertId: idSchema,
      scheduledDate: dateSchema,
      scheduledTime: timeSchema,
      duration: durationSchema,
      /** Tells apart the two instants of a time that exists twice (S6). */
      startsAt: instantSchema.optional(),
      /** Absent for a free offer only. */
      paymentId: idSchema.optional(),
    }),
    responses: { 200: oneSession, 201: oneSession },
    errors: [
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'OFFER_CHANGED',
      'PAYMENT_NOT_VERIFIED',
      'EMAIL_NOT_CONFIRMED',
      'FREE_SESSIONS_FULL',
      'SLOT_TAKEN',
      'SLOT_NOT_BOOKABLE',
      'AMBIGUOUS_TIME',
      'INVALID_TRANSITION',
      'TOO_MANY_REQUESTS',
      'GATEWAY_UNAVAILABLE',
      'BUSY',
    ],
  },
  'GET /sessions': {
    access: 'authenticated',
    summary: "The person's sessions: booked by them, or with them as the expert",
    query: z.object({
      ...pageQuery,
      as: z.enum(['customer', 'expert']).default('customer'),
      /** Requests are the upcoming ones that wait for the expert's answer. */
      when: z.enum(['upcoming', 'requests', 'past', 'cancelled']).default('upcoming'),
    }),
    responses: {
      200: z.object({
        success: z.literal(true),
        sessions: z.array(sessionSchema),
        serverTime: instantSchema,
        nextCursor: z.string().nullable(),
      }),
    },
    errors: ['UNAUTHENTICATED', 'VALIDATION_FAILED', 'FORBIDDEN'],
  },
  'GET /sessions/:id': {
    access: 'authenticated',
    summary: 'One session of the person',
    params: sessionParams,
    /** By the server's clock a page judges what can be done with the session. */
    responses: { 200: oneSession.extend({ serverTime: instantSchema }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'GET /sessions/:id/calendar.ics': {
    access: 'authenticated',
    summary: 'The session as a calendar file',
    params: sessionParams,
    responses: { 200: z.string() },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'POST /sessions/:id/cancel': {
    access: 'authenticated',
    summary: 'Cancel before the start, with the refund of the policy (L2)',
    params: sessionParams,
    body: z.strictObject({
      reason: reasonSchema,
      /** The refund that the page showed; another one is 409 `REFUND_CHANGED` with the right one, and nothing happens. */
      refundMinor: z.int().min(0).optional(),
    }),
    responses: { 200: oneSession },
    errors: [...changeErrors, 'REFUND_CHANGED'],
  },
  'POST /sessions/:id/reschedule': {
    access: 'authenticated',
    limit: 'move',
    summary: 'Move to another start; the payment stays (L3)',
    params: sessionParams,
    body: z.strictObject({ startsAt: instantSchema }),
    responses: { 200: oneSession },
    errors: [...changeErrors, 'SLOT_TAKEN', 'SLOT_NOT_BOOKABLE'],
  },
  'POST /sessions/:id/accept': {
    access: 'authenticated',
    summary: 'The expert accepts a request (L4)',
    params: sessionParams,
    responses: { 200: oneSession },
    errors: changeErrors,
  },
  'POST /sessions/:id/reject': {
    access: 'authenticated',
    summary: 'The expert declines a request; everything is refunded (L4)',
    params: sessionParams,
    body: z.strictObject({ reason: reasonSchema }),
    responses: { 200: oneSession },
    errors: changeErrors,
  },
  'POST /sessions/:id/complete': {
    access: 'authenticated',
    summary: 'The session took place',
    params: sessionParams,
    responses: { 200: oneSession },
    errors: changeErrors,
  },
  'POST /sessions/:id/no-show': {
    access: 'authenticated',
    summary: 'Somebody did not come; an expert who did not refunds everything (L2)',
    params: sessionParams,
    body: z.strictObject({ noShowBy: z.enum(['customer', 'expert']) }),
    responses: { 200: oneSession },
    errors: changeErrors,
  },
  'POST /sessions/:id/rating': {
    access: 'authenticated',
    summary: 'The customer rates a completed session, once (L4)',
    params: sessionParams,
    body: z.strictObject({
      rating: z.int().min(1).max(5),
      review: z.string().overwrite(shownText).max(textLimits.review).optional(),
    }),
    responses: { 200: oneSession },
    errors: changeErrors,
  },
} as const satisfies EndpointTable;
