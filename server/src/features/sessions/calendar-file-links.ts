import type { CalendarService } from '@serene/shared/calendar';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Whose copy of which session: the entry is named after the other person. */
export type CalendarFileOf = { sessionId: string; reader: 'customer' | 'expert' };

export type CalendarFileLinks = {
  /** A link to the calendar file of one session, for whoever holds it; with a service, to its entry there. */
  urlFor: (file: CalendarFileOf, service?: CalendarService) => string;
  /** What a link is for; null for one that this server did not sign. */
  readToken: (token: string) => CalendarFileOf | null;
};

/**
 * Links that need no sign-in, since calendar programs follow them: signed, and good for this one file. They hold no time;
 * whoever answers asks the session, so that a link lives on with one that is moved.
 * @param secret of the server, at least 32 bytes
 */
export function createCalendarFileLinks(secret: string, frontendUrl: string): CalendarFileLinks {
  // A key of its own, so that nothing else that the server signs is ever such a link.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene calendar file', 32));
  const sign = (subject: string) => createHmac('sha256', key).update(subject).digest();
  return {
    urlFor: ({ sessionId, reader }, service) => {
      const subject = `${sessionId}${reader === 'customer' ? 'c' : 'e'}`;
      const token = `${subject}${sign(subject).toString('base64url')}`;
      return new URL(`/api/v1/calendar-files/${token}${service === undefined ? '.ics' : `/${service}`}`, frontendUrl)
        .href;
    },
    readToken: (token) => {
      const [, sessionId, copy, signature] = /^([0-9a-f]{24})([ce])([\w-]{43})$/.exec(token) ?? [];
      if (sessionId === undefined || copy === undefined || signature === undefined) return null;
      if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(`${sessionId}${copy}`))) return null;
      return { sessionId, reader: copy === 'c' ? 'customer' : 'expert' };
    },
  };
}
