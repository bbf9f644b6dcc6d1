import { z } from 'zod';
import {
  currencySchema,
  dateSchema,
  durationSchema,
  idSchema,
  instantSchema,
  pageQuery,
  timeSchema,
} from './common.ts';
import type { EndpointTable } from './endpoint.ts';

export const sessionStatuses = ['pending', 'confirmed', 'in-progress', 'completed', 'cancelled', 'no-show'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Legal transitions of a session (booking-rules "Life of a session"). Any other is `INVALID_TRANSITION`. */
export const sessionTransitions: Record<SessionStatus, readonly SessionStatus[]> = {
  pending: ['confirmed', 'cancelled'],
  confirmed: ['in-progress', 'completed', 'cancelled', 'no-show'],
  'in-progress': ['completed', 'no-show'],
  completed: ['no-show'],
  cancelled: [],
  'no-show': [],
};

/** Statuses in which a session owns its time. */
export const liveStatuses = ['pending', 'confirmed', 'in-progress'] as const satisfies readonly SessionStatus[];

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
  status: z.enum(sessionStatuses),
  notes: z.string().nullable(),
  rating: z.number().nullable(),
  review: z.string().nullable(),
  roomId: z.string().nullable(),
  /** Only in the window around the session. */
  joinUrl: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

const sessionParams = z.object({ id: idSchema });
const oneSession = z.object({ success: z.literal(true), session: sessionSchema });

export const sessionEndpoints = {
  'POST /sessions': {
    access: 'authenticated',
    summary: 'The session of a payment; settles it when needed (M9)',
    body: z.strictObject({
      expertId: idSchema,
      scheduledDate: dateSchema,
      scheduledTime: timeSchema,
      duration: durationSchema,
      /** Absent for a free offer only. */
      paymentId: idSchema.optional(),
    }),
    responses: { 200: oneSession, 201: oneSession },
    errors: [
      'VALIDATION_FAILED',
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'PAYMENT_NOT_VERIFIED',
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
      when: z.enum(['upcoming', 'past', 'cancelled']).default('upcoming'),
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
    responses: { 200: oneSession },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'GET /sessions/:id/calendar.ics': {
    access: 'authenticated',
    summary: 'The session as a calendar file',
    params: sessionParams,
    responses: { 200: z.string() },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
} as const satisfies EndpointTable;
