import { z } from 'zod';
import {
  currencySchema,
  dateSchema,
  durationQuerySchema,
  durationSchema,
  idSchema,
  instantSchema,
  knownCurrencySchema,
  pageQuery,
  textLimits,
  timeSchema,
  timezoneSchema,
} from './common.ts';
import type { EndpointTable } from './endpoint.ts';
import { cancellationPolicySchema } from './policy.ts';
import { availabilityChangeSchema, scheduleSchema } from './schedule.ts';

/** Why a grid slot cannot be booked (design.md "Slots"). */
export const slotReasons = ['booked', 'held', 'break', 'past', 'notice', 'outside'] as const;
export type SlotReason = (typeof slotReasons)[number];

export const slotSchema = z.object({
  /** Wall clock in the response's time zone. */
  time: timeSchema,
  available: z.boolean(),
  reason: z.enum(slotReasons).optional(),
  /** The canonical key of the slot. */
  startsAt: instantSchema,
});
export type Slot = z.infer<typeof slotSchema>;

export const expertCardSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** A URL, or an empty string: then the client draws initials. */
  avatar: z.string(),
  category: z.string(),
  headline: z.string(),
  /** Per hour, in major units. */
  rate: z.number(),
  rateMinor: z.int(),
  currency: currencySchema,
  timezone: z.string(),
  languages: z.array(z.string()),
  rating: z.object({ average: z.number().nullable(), count: z.int() }),
  durations: z.array(durationSchema),
  /** What a session of each of these lengths costs: shown, priced and charged alike. */
  prices: z.array(z.object({ duration: durationSchema, amount: z.number(), amountMinor: z.int() })),
  /** Whether everybody can book a session type of theirs that costs nothing. */
  hasFreeTalk: z.boolean(),
});
export type ExpertCard = z.infer<typeof expertCardSchema>;

/** The public profile. The schedule is public because slots reveal it anyway; nothing here says what is booked. */
export const expertSchema = expertCardSchema.extend({
  about: z.string(),
  cancellationPolicy: cancellationPolicySchema,
  requiresApproval: z.boolean(),
  ...scheduleSchema.pick({
    workingHours: true,
    breakTimes: true,
    slotDuration: true,
    bufferMinutes: true,
    minimumNoticeMinutes: true,
    maximumAdvanceDays: true,
  }).shape,
  workingDays: z.array(z.int()),
});
export type Expert = z.infer<typeof expertSchema>;

/** What the owner sees: the profile with days off, and the sessions a saved change leaves outside the new hours (S5). */
export const ownExpertSchema = expertSchema.extend({
  ...scheduleSchema.pick({ dateOverrides: true, timeOff: true }).shape,
});
export type OwnExpert = z.infer<typeof ownExpertSchema>;

export const strandedSessionSchema = z.object({ id: idSchema, reference: z.string(), startsAt: instantSchema });

const idOrSlug = z.object({ id: z.string().regex(/^[a-z0-9-]{1,80}$/, 'must be an id or a slug') });
/** The viewer's own session that is to be moved: its time does not count as busy (S1). */
const movingSchema = idSchema.optional();
/** The offer whose times are asked for; the expert's hour where absent. A session type has one length: `duration` is not asked. */
const sessionTypeQuery = idSchema.optional();
const monthSchema = z
  .string()
  .regex(/^((19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])|[1-9]|0[1-9]|1[0-2])$/, 'must be 2026-01, or 1 to 12 with year');

const availabilitySavedSchema = z.object({
  success: z.literal(true),
  expert: ownExpertSchema,
  strandedSessions: z.array(strandedSessionSchema),
});
const saveErrors = ['VALIDATION_FAILED', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'] as const;

export const expertEndpoints = {
  'GET /experts': {
    access: 'public',
    summary: 'Find experts',
    query: z.object({
      ...pageQuery,
      search: z.string().trim().max(textLimits.search).optional(),
      category: z.string().trim().max(80).optional(),
      /**
       * Experts with prices in this currency alone. Where it is absent and prices are compared, by `sort`, `minPrice` or
       * `maxPrice`, it is the one that most of the matching experts have: amounts of two currencies do not compare.
       */
      currency: knownCurrencySchema.optional(),
      /** Major units per hour. */
      minPrice: z.coerce.number().min(0).optional(),
      maxPrice: z.coerce.number().min(0).optional(),
      /** Only those with a free session type that everybody can book. */
      freeTalk: z.enum(['true', 'false']).optional(),
      sort: z.enum(['name', 'price', '-price', '-rating']).default('name'),
    }),
    responses: {
      200: z.object({
        success: z.literal(true),
        experts: z.array(expertCardSchema),
        categories: z.array(z.string()),
        /** All that active experts have prices in. */
        currencies: z.array(currencySchema),
        /** The one currency of this list; null where it holds all. */
        currency: currencySchema.nullable(),
        /** How many experts match but for their currency, and are left out for it. */
        otherCurrencies: z.int(),
        total: z.int(),
        nextCursor: z.string().nullable(),
      }),
    },
    errors: ['VALIDATION_FAILED'],
  },
  'GET /experts/next-times': {
    access: 'public',
    summary: 'The next times of several experts that are free now, one after the other without overlap (S1)',
    query: z.object({
      /** At most 24 ids with commas between them; one that is unknown is left out of the answer. */
      ids: z.string().regex(/^[0-9a-f]{24}(,[0-9a-f]{24}){0,23}$/, 'must be 1 to 24 ids with commas between them'),
      count: z.coerce.number().int().min(1).max(6).default(1),
    }),
    responses: {
      200: z.object({
        success: z.literal(true),
        experts: z.array(
          z.object({
            expertId: idSchema,
            /** What the times are of; null is the expert's hour. */
            sessionTypeId: idSchema.nullable(),
            /** Minutes; an hour where the expert offers it. */
            duration: durationSchema,
            startsAt: z.array(instantSchema),
          }),
        ),
      }),
    },
    errors: ['VALIDATION_FAILED'],
  },
  'GET /experts/:id': {
    access: 'public',
    summary: 'A profile, by id or slug',
    params: idOrSlug,
    responses: { 200: z.object({ success: z.literal(true), expert: expertSchema }) },
    errors: ['NOT_FOUND'],
  },
  'GET /experts/:id/reviews': {
    access: 'public',
    summary: 'What customers wrote about their sessions, latest first',
    params: idOrSlug,
    query: z.object(pageQuery),
    responses: {
      200: z.object({
        success: z.literal(true),
        reviews: z.array(
          z.object({
            id: idSchema,
            rating: z.int(),
            review: z.string(),
            /** The first name alone: who sees whom is nobody's business. */
            author: z.string(),
            /** When the session was. */
            startsAt: instantSchema,
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    },
    errors: ['NOT_FOUND', 'VALIDATION_FAILED'],
  },
  'GET /experts/:id/availability': {
    access: 'public',
    summary: 'Every grid slot of a day, each free or with its reason (S1, S6)',
    params: idOrSlug,
    query: z.object({
      date: dateSchema,
      duration: durationQuerySchema,
      sessionTypeId: sessionTypeQuery,
      timezone: timezoneSchema.optional(),
      moving: movingSchema,
    }),
    responses: {
      200: z.object({
        success: z.literal(true),
        date: dateSchema,
        timezone: z.string(),
        duration: z.int(),
        availableSlots: z.array(slotSchema),
        /** Where nothing is free: the next day, in `timezone`, that has a free slot. */
        nextAvailableDate: dateSchema.nullable(),
      }),
    },
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'OFFER_CHANGED'],
  },
  'GET /experts/:id/availability/stream': {
    access: 'public',
    summary:
      'An event stream (text/event-stream): `reset` at the beginning and whenever something may have been missed, `changed` when free times may have changed; ask for them again then (V1-V3)',
    params: idOrSlug,
    responses: { 200: z.string() },
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS', 'BUSY'],
  },
  'GET /experts/:id/available-dates': {
    access: 'public',
    summary: 'The days of a month with at least one free slot',
    params: idOrSlug,
    query: z
      .object({
        month: monthSchema,
        year: z.coerce.number().int().min(1970).max(2999).optional(),
        duration: durationQuerySchema,
        sessionTypeId: sessionTypeQuery,
        timezone: timezoneSchema.optional(),
        moving: movingSchema,
      })
      .superRefine(({ month, year }, context) => {
        if (!month.includes('-') && year === undefined) {
          context.addIssue({ code: 'custom', path: ['year'], message: 'is required when month is a number' });
        }
        if (month.includes('-') && year !== undefined && year !== Number(month.slice(0, 4))) {
          context.addIssue({ code: 'custom', path: ['year'], message: 'contradicts month' });
        }
      }),
    responses: {
      200: z.object({
        success: z.literal(true),
        month: z.string(),
        timezone: z.string(),
        duration: z.int(),
        availableDates: z.array(dateSchema),
        nextAvailableDate: dateSchema.nullable(),
      }),
    },
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'OFFER_CHANGED'],
  },
  'GET /experts/me/availability': {
    access: 'expert',
    summary: "The expert's own schedule",
    responses: { 200: z.object({ success: z.literal(true), expert: ownExpertSchema }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
  },
  'PUT /experts/availability': {
    access: 'expert',
    summary: "Change the expert's own hours",
    body: availabilityChangeSchema,
    responses: { 200: availabilitySavedSchema },
    errors: saveErrors,
  },
  'POST /experts/availability': {
    access: 'expert',
    summary: 'The same as PUT',
    body: availabilityChangeSchema,
    responses: { 200: availabilitySavedSchema },
    errors: saveErrors,
  },
  'PUT /experts/:id/availability': {
    access: 'admin',
    summary: "An admin changes an expert's hours (audited)",
    params: idOrSlug,
    body: availabilityChangeSchema,
    responses: { 200: availabilitySavedSchema },
    errors: saveErrors,
  },
} as const satisfies EndpointTable;
