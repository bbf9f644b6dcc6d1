import { z } from 'zod';
import { idSchema, instantSchema, pageQuery } from './common.ts';
import type { EndpointTable } from './endpoint.ts';

/** Sent means that the recipient's side, or the service that sends for us, has taken it. */
export const mailStatuses = ['queued', 'sending', 'sent', 'failed', 'skipped'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** Why a mail was left out: a later one says it anew, it is no longer true, its reader wants none, its link has ended. */
export const mailSkips = ['replaced', 'outdated', 'unwanted', 'link-ended'] as const;
export type MailSkip = (typeof mailSkips)[number];

/** A mail that is owed to somebody, and what became of it. */
export const mailSchema = z.object({
  /** Names the fact, the recipient and, where it can happen again, the revision (E1). */
  id: z.string(),
  /** Which mail it is, such as `session-reminder`. */
  template: z.string(),
  recipient: z.enum(['customer', 'expert', 'admin']),
  status: z.enum(mailStatuses),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
  /** When it is tried next; null unless it waits. */
  nextAttemptAt: instantSchema.nullable(),
  /** Refused for good, or given up after many tries; null unless it failed. */
  failure: z.enum(['refused', 'gave-up']).nullable(),
  /** Null unless it was skipped, and for one that was skipped before reasons were kept. */
  skipped: z.enum(mailSkips).nullable(),
  /** Why it was refused, in the words of the recipient's side; null where it was not. */
  reason: z.string().nullable(),
});
export type Mail = z.infer<typeof mailSchema>;

/** A mail as an admin sees it; `reason` then tells also why an attempt came to nothing. */
export const adminMailSchema = mailSchema.extend({
  to: z.string(),
  sessionId: idSchema.nullable(),
  attempts: z.int(),
  messageId: z.string().nullable(),
});
export type AdminMail = z.infer<typeof adminMailSchema>;

const mailIdSchema = z.string().regex(/^[\w:.-]{1,200}$/, 'must be the id of a mail');

export const mailEndpoints = {
  'GET /sessions/:id/mails': {
    access: 'authenticated',
    summary: 'The delivery status of the emails about a session, for its expert and admins; oldest first',
    params: z.object({ id: idSchema }),
    responses: { 200: z.object({ success: z.literal(true), mails: z.array(mailSchema) }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
  },
  'GET /admin/mails': {
    access: 'admin',
    summary: 'The emails of a status, latest first; failed ones wait for an admin',
    query: z.object({ ...pageQuery, status: z.enum(mailStatuses).default('failed') }),
    responses: {
      200: z.object({
        success: z.literal(true),
        mails: z.array(adminMailSchema),
        nextCursor: z.string().nullable(),
      }),
    },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'VALIDATION_FAILED'],
  },
  'POST /admin/mails/:id/retry': {
    access: 'admin',
    summary: 'Send a failed email again',
    params: z.object({ id: mailIdSchema }),
    responses: { 200: z.object({ success: z.literal(true), mail: adminMailSchema }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_TRANSITION', 'BUSY'],
  },
} as const satisfies EndpointTable;
