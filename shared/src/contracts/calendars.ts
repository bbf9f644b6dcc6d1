import { z } from 'zod';
import { calendarServices } from '../calendar/calendar-links.ts';
import { instantSchema } from './common.ts';
import type { EndpointTable } from './endpoint.ts';

/** `sessions`: a person's own, with the other's name. `busy`: when an expert is taken, without a name, to be passed on. */
export const feedKinds = ['sessions', 'busy'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A link that calendars subscribe to. Its address is told once, when it is made. */
const feedSchema = z.object({ createdAt: instantSchema });
const kindParams = z.object({ kind: z.enum(feedKinds) });

/** Id of the session, whose copy it is, and a signature. */
const fileTokenSchema = z.string().regex(/^[0-9a-f]{24}[ce][\w-]{43}$/, 'must be the token of a calendar file');

/** 256 random bits. */
const feedTokenSchema = z.string().regex(/^[\w-]{43}$/, 'must be the token of a feed');

export const calendarEndpoints = {
  'GET /me/calendar-feeds': {
    access: 'authenticated',
    summary: 'Which links to calendars the person has',
    responses: {
      200: z.object({
        success: z.literal(true),
        feeds: z.object({ sessions: feedSchema.nullable(), busy: feedSchema.nullable() }),
      }),
    },
    errors: ['UNAUTHENTICATED'],
  },
  'POST /me/calendar-feeds/:kind': {
    access: 'authenticated',
    summary: 'Make a link to a calendar; the one before it stops working',
    params: kindParams,
    responses: { 201: z.object({ success: z.literal(true), url: z.url(), createdAt: instantSchema }) },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BUSY'],
  },
  'DELETE /me/calendar-feeds/:kind': {
    access: 'authenticated',
    summary: 'Revoke a link to a calendar',
    params: kindParams,
    responses: { 200: z.object({ success: z.literal(true) }) },
    errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  },
  'GET /calendar-files/:token.ics': {
    access: 'public',
    limit: 'feed',
    summary: 'One session as a calendar file, by the link of an email; it works until a week after the session',
    params: z.object({ token: fileTokenSchema }),
    responses: { 200: z.string() },
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
  'GET /calendar-files/:token/:service': {
    access: 'public',
    limit: 'feed',
    summary: 'Leads to a calendar on the web with one session filled in, by the link of an email',
    params: z.object({ token: fileTokenSchema, service: z.enum(calendarServices) }),
    responses: { 303: z.literal('') },
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
  'GET /feeds/:token.ics': {
    access: 'public',
    limit: 'feed',
    summary: 'The calendar behind a link, for programs that subscribe to it',
    params: z.object({ token: feedTokenSchema }),
    responses: { 200: z.string() },
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
  },
} as const satisfies EndpointTable;
