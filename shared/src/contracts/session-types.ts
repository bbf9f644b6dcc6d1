import { z } from 'zod';
import { shownLine, shownText } from '../text/index.ts';
import {
  currencySchema,
  durationSchema,
  fiveMinutes,
  hourlyDurationsSchema,
  idSchema,
  knownCurrencySchema,
} from './common.ts';
import {
  offerAccesses,
  offerCategories,
  offerColors,
  offerLimits,
  offerRanges,
  placeKinds,
  questionKinds,
} from '../offers/index.ts';
import type { EndpointTable } from './endpoint.ts';
import { cancellationPolicySchema } from './policy.ts';

const oneLine = (maximum: number) => z.string().overwrite(shownLine).min(1, 'must not be empty').max(maximum);

const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

/** Asked of whoever books. `choices` belong to the kind `choice` alone. */
export const questionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be 1 to 40 letters, digits or hyphens')
    // Answers are kept by it in objects, which have members such as "constructor" of their own.
    // And a page has fields for notes and pathway beside them.
    .refine((id) => !(id in {}) && id !== 'notes' && id !== 'pathway', 'must be another word'),
  kind: z.enum(questionKinds),
  label: oneLine(offerLimits.question),
  required: z.boolean(),
  choices: z.array(oneLine(offerLimits.choice)).max(offerLimits.choices).default([]),
});
export type Question = z.infer<typeof questionSchema>;

/** An answer with the question as it was asked. */
export const answeredQuestionSchema = z.object({ questionId: z.string(), question: z.string(), answer: z.string() });
export type AnsweredQuestion = z.infer<typeof answeredQuestionSchema>;

/** Terms of an offer's own; null is the expert's (rule F2). */
export const offerTermsSchema = z.strictObject({
  bufferMinutes: fiveMinutes(offerRanges.bufferMinutes.most).nullable().default(null),
  minimumNoticeMinutes: within(offerRanges.minimumNoticeMinutes).nullable().default(null),
  maximumAdvanceDays: within(offerRanges.maximumAdvanceDays).nullable().default(null),
  requiresApproval: z.boolean().nullable().default(null),
  cancellationPolicy: cancellationPolicySchema.nullable().default(null),
});
export type OfferTerms = z.infer<typeof offerTermsSchema>;

/** What is offered, as its expert edits it; `price` is in major units of `currency`. */
const sessionTypeFields = {
  title: oneLine(offerLimits.title),
  durationMinutes: durationSchema,
  price: z.number().min(0),
  currency: knownCurrencySchema,
  category: z.enum(offerCategories),
  access: z.enum(offerAccesses),
};

const sessionTypeDefaults = {
  description: z.string().overwrite(shownText).max(offerLimits.description).default(''),
  isActive: z.boolean().default(true),
  color: z.enum(offerColors).default('blue'),
  maxParticipants: z.int().min(1).max(100).default(1),
  pathways: z.array(oneLine(offerLimits.pathway)).max(offerLimits.pathways).default([]),
  questions: z.array(questionSchema).max(offerLimits.questions).default([]),
  place: z
    .strictObject({
      kind: z.enum(placeKinds),
      text: z.string().overwrite(shownText).max(offerLimits.place).default(''),
    })
    .default({ kind: 'room', text: '' }),
  calendar: z.literal('own').default('own'),
  terms: offerTermsSchema.default(offerTermsSchema.parse({})),
};

export const sessionTypeSchema = z.object({
  id: idSchema,
  expertId: idSchema,
  title: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  price: z.number(),
  priceMinor: z.int(),
  currency: currencySchema,
  isActive: z.boolean(),
  color: z.enum(offerColors),
  maxParticipants: z.int(),
  category: z.enum(offerCategories),
  access: z.enum(offerAccesses),
  pathways: z.array(z.string()),
  questions: z.array(questionSchema),
  /** `text` is told to its expert, and to whoever booked. */
  place: z.object({ kind: z.enum(placeKinds), text: z.string().optional() }),
  calendar: z.enum(['own', 'calendly']),
  /** Those in force: its own, and the expert's where it has none. */
  requiresApproval: z.boolean(),
  cancellationPolicy: cancellationPolicySchema,
  /** Its own terms, for its expert. */
  terms: offerTermsSchema.optional(),
  /** Whether it can be booked now: active, in the expert's currency, at a price that can be paid. */
  isForSale: z.boolean(),
  position: z.int(),
  version: z.int(),
});
export type SessionType = z.infer<typeof sessionTypeSchema>;

export const sessionTypeBodySchema = z.strictObject({ ...sessionTypeFields, ...sessionTypeDefaults });
export type SessionTypeBody = z.infer<typeof sessionTypeBodySchema>;

/** The expert's hour, which every expert begins with. `rate` is in major units of `currency`. */
export const hourlyOfferSchema = z.object({
  isActive: z.boolean(),
  rate: z.number(),
  rateMinor: z.int(),
  currency: currencySchema,
  durations: hourlyDurationsSchema,
  version: z.int(),
});
export type HourlyOffer = z.infer<typeof hourlyOfferSchema>;

const typeParams = z.object({ id: idSchema });
const one = z.object({ success: z.literal(true), sessionType: sessionTypeSchema });
const saveErrors = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VERSION_CONFLICT',
  'BUSY',
] as const;
const version = z.int().min(0);

export const sessionTypeEndpoints = {
  'GET /scheduling/session-types': {
    access: 'open',
    summary: 'What an expert offers, shortest first, then cheapest, then by title (F5)',
    query: z.object({
      expertId: idSchema,
      /** For their expert and admins; anybody else gets the active ones. */
      includeInactive: z.enum(['true', 'false']).default('false'),
    }),
    responses: { 200: z.object({ success: z.literal(true), sessionTypes: z.array(sessionTypeSchema) }) },
    errors: ['VALIDATION_FAILED', 'UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'POST /scheduling/session-types': {
    access: 'authenticated',
    summary: 'Offer something new (F3)',
    body: sessionTypeBodySchema.extend({ expertId: idSchema.optional() }),
    responses: { 201: one },
    errors: saveErrors,
  },
  'GET /scheduling/session-types/:id': {
    access: 'open',
    summary: 'One offer; one that is switched off is told to its expert and admins alone',
    params: typeParams,
    responses: { 200: one },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'PUT /scheduling/session-types/:id': {
    access: 'authenticated',
    summary: 'Change an offer; what is held or booked stays as it was (F3, F4)',
    params: typeParams,
    body: sessionTypeBodySchema.extend({ version }),
    responses: { 200: one },
    errors: saveErrors,
  },
  'DELETE /scheduling/session-types/:id': {
    access: 'authenticated',
    summary: 'Delete an offer; one that was ever held or booked is switched off (F3)',
    params: typeParams,
    responses: {
      200: z.object({ success: z.literal(true), deleted: z.boolean(), sessionType: sessionTypeSchema.nullable() }),
    },
    errors: saveErrors,
  },
  'PUT /scheduling/session-types/order': {
    access: 'expert',
    summary: "The order of the cards on the expert's page (F5)",
    body: z.strictObject({ ids: z.array(idSchema).max(500) }),
    responses: { 200: z.object({ success: z.literal(true), sessionTypes: z.array(sessionTypeSchema) }) },
    errors: saveErrors,
  },
  'GET /experts/me/hourly-offer': {
    access: 'expert',
    summary: "The expert's hour: rate, lengths, on or off",
    responses: { 200: z.object({ success: z.literal(true), hourlyOffer: hourlyOfferSchema }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
  },
  'PUT /experts/me/hourly-offer': {
    access: 'expert',
    summary: "Change the expert's hour; what is held or booked stays as it was (F4)",
    body: z.strictObject({
      isActive: z.boolean(),
      rate: z.number().min(0),
      currency: knownCurrencySchema,
      durations: hourlyDurationsSchema,
      version,
    }),
    responses: { 200: z.object({ success: z.literal(true), hourlyOffer: hourlyOfferSchema }) },
    errors: saveErrors,
  },
} as const satisfies EndpointTable;
