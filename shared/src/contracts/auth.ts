import { z } from 'zod';
import { canBeSeen, canonicalPassword, characterCount, emailAddress, shownLine } from '../text/index.ts';
import { idSchema, instantSchema, localeSchema, textLimits, timezoneSchema } from './common.ts';
import type { EndpointTable } from './endpoint.ts';

export const roles = ['customer', 'expert', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One line that shows something, and shows it in the order in which it is read. */
export const nameSchema = z
  .string()
  .overwrite(shownLine)
  .refine(canBeSeen, 'Enter a name')
  .max(textLimits.name, 'Use at most 100 characters');

/** One address, in lower case; an international domain is read in its ASCII form, which every mail server takes. */
export const emailSchema = z.string().transform((typed, context) => {
  const address = emailAddress(typed, asciiDomain);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: 'Enter an email address like name@example.com' });
  return z.NEVER;
});

/** By the platform's own parser of addresses, which zod has at hand everywhere. */
function asciiDomain(domain: string): string | null {
  const { data } = z.url({ normalize: true }).safeParse(`https://${domain}`);
  return data === undefined ? null : data.replace('https://', '').replace(/\/$/, '');
}

/**
 * A password that is chosen, in its canonical form. What else it must not be (common, somebody's name) the server decides:
 * the list of common ones is too long for a page.
 */
export const passwordSchema = z
  .string()
  // A lone half of a surrogate pair becomes U+FFFD in the hash, so that many passwords would be one.
  .refine((password) => !/\p{Surrogate}/u.test(password), 'Use letters, digits, spaces and signs that can be typed')
  .overwrite(canonicalPassword)
  .refine((password) => characterCount(password) >= textLimits.passwordMinimum, 'Use at least 12 characters')
  .max(textLimits.password, 'Use at most 128 characters');
/** A password that is asked for. Decomposed, as some systems type it, it is up to four times as long. */
const typedPasswordSchema = z
  .string()
  .min(1)
  .max(4 * textLimits.password);
/** E.164, as the checkout's `contact` wants it. */
export const phoneSchema = z.string().regex(/^\+[1-9]\d{6,14}$/, 'Enter a phone number like +919876543210');

/** What a person sees of their own account. */
export const userSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  /** Whether somebody has followed a link that was mailed to the address. */
  emailVerified: z.boolean(),
  phone: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  timezone: z.string(),
  /** The language and region of the person's mails, such as `en-IN`; null until the account has one. */
  locale: z.string().nullable(),
  /** Whether the password is one that could not be chosen today, as the last sign-in showed: ask for another. */
  weakPassword: z.boolean(),
  /** Whether the person is reminded of their sessions by mail. */
  reminders: z.boolean(),
  /** The expert profile this account owns, if any. */
  expertId: idSchema.nullable(),
  expertSlug: z.string().nullable(),
});
export type User = z.infer<typeof userSchema>;

/** The secret of a link that was mailed; whatever is none of ours is a link that does not work. */
const linkTokenSchema = z.string().min(1).max(200);

/** A device on which somebody is signed in. */
export const signInSummarySchema = z.object({
  id: idSchema,
  /** Such as `Chrome`; null where the browser does not tell. */
  browser: z.string().nullable(),
  /** Such as `Android`; null where the browser does not tell. */
  system: z.string().nullable(),
  signedInAt: instantSchema,
  /** To the quarter of an hour. */
  lastUsedAt: instantSchema,
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SignInSummary = z.infer<typeof signInSummarySchema>;

const signedInSchema = z.object({ success: z.literal(true), accessToken: z.string(), user: userSchema });
const meSchema = z.object({ success: z.literal(true), user: userSchema });

export const authEndpoints = {
  'POST /auth/register': {
    access: 'public',
    limit: 'register',
    summary: 'Create a customer account and sign in',
    body: z.strictObject({
      name: nameSchema,
      email: emailSchema,
      password: passwordSchema,
      phone: phoneSchema.optional(),
      timezone: timezoneSchema.optional(),
      locale: localeSchema.optional(),
    }),
    responses: { 201: signedInSchema },
    errors: ['VALIDATION_FAILED', 'EMAIL_IN_USE', 'INVALID_CREDENTIALS', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/login': {
    access: 'public',
    limit: 'sign-in',
    summary: 'Sign in; the refresh token travels in an httpOnly cookie',
    body: z.strictObject({ email: emailSchema, password: typedPasswordSchema }),
    responses: { 200: signedInSchema },
    errors: ['VALIDATION_FAILED', 'INVALID_CREDENTIALS', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/refresh': {
    access: 'public',
    limit: 'refresh',
    summary: 'Exchange the refresh cookie for a new access token (rule A1)',
    responses: { 200: signedInSchema },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/logout': {
    access: 'public',
    limit: 'sign-out',
    summary: 'Revoke the refresh token family and clear the cookie',
    responses: { 200: z.object({ success: z.literal(true) }) },
    errors: ['FORBIDDEN', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/verify-email': {
    access: 'public',
    limit: 'link',
    summary: 'Confirm an email address by the link sent to it; using the same link again is not an error',
    body: z.strictObject({ token: linkTokenSchema }),
    responses: { 200: z.object({ success: z.literal(true), state: z.enum(['verified', 'already-verified']) }) },
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/verify-email/resend': {
    access: 'authenticated',
    limit: 'resend',
    summary: 'Email a new link to confirm the address; the previous one stops working',
    responses: { 200: z.object({ success: z.literal(true), state: z.enum(['sent', 'already-verified']) }) },
    errors: ['UNAUTHENTICATED', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/forgot-password': {
    access: 'public',
    limit: 'forgot',
    summary:
      'Email a link to choose a new password if the address has an account; the answer is the same if it has none',
    body: z.strictObject({ email: emailSchema }),
    responses: { 202: z.object({ success: z.literal(true) }) },
    errors: ['VALIDATION_FAILED', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/reset-password': {
    access: 'public',
    limit: 'link',
    summary:
      'Set a new password by the link that was mailed; ends every sign-in of the account and the links to its calendars',
    body: z.strictObject({ token: linkTokenSchema, password: passwordSchema }),
    responses: { 200: z.object({ success: z.literal(true), email: z.string() }) },
    errors: ['VALIDATION_FAILED', 'NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
  'POST /auth/change-password': {
    access: 'authenticated',
    summary:
      'Change the password by the current one; ends every sign-in of the account and the links to its calendars, and begins a new sign-in here',
    body: z.strictObject({ currentPassword: typedPasswordSchema, password: passwordSchema }),
    responses: { 200: signedInSchema },
    errors: ['UNAUTHENTICATED', 'VALIDATION_FAILED', 'INVALID_CREDENTIALS', 'TOO_MANY_REQUESTS'],
  },
  'GET /me/sign-ins': {
    access: 'authenticated',
    summary: 'Where the account is signed in: this device first, then by last use',
    responses: { 200: z.object({ success: z.literal(true), signIns: z.array(signInSummarySchema) }) },
    errors: ['UNAUTHENTICATED'],
  },
  'DELETE /me/sign-ins/:id': {
    access: 'authenticated',
    summary: 'Sign one device out',
    params: z.object({ id: idSchema }),
    responses: { 200: z.object({ success: z.literal(true) }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'DELETE /me/sign-ins': {
    access: 'authenticated',
    summary: 'Sign out everywhere, on this device too',
    responses: { 200: z.object({ success: z.literal(true) }) },
    errors: ['UNAUTHENTICATED'],
  },
  'GET /me': {
    access: 'authenticated',
    summary: 'The signed-in account',
    responses: { 200: meSchema },
    errors: ['UNAUTHENTICATED'],
  },
  'PATCH /me': {
    access: 'authenticated',
    summary: 'Change name, phone, time zone, language of emails, or whether reminders are sent',
    body: z
      .strictObject({
        name: nameSchema,
        phone: phoneSchema.nullable(),
        timezone: timezoneSchema,
        locale: localeSchema,
        reminders: z.boolean(),
      })
      .partial()
      .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change'),
    responses: { 200: meSchema },
    errors: ['UNAUTHENTICATED', 'VALIDATION_FAILED'],
  },
} as const satisfies EndpointTable;
