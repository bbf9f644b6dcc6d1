import type { AdminMail, Mail } from '@serene/shared/contracts';
import { now, sessionId } from './fixtures.ts';

/** A reminder to the customer that went out. */
export function buildMail(overrides: Partial<Mail> = {}): Mail {
  return {
    id: `reminder-24h:${sessionId}:0:customer`,
    template: 'session-reminder',
    recipient: 'customer',
    status: 'sent',
    createdAt: now,
    sentAt: '2026-01-12T04:02:00.000Z',
    nextAttemptAt: null,
    failure: null,
    skipped: null,
    reason: null,
    ...overrides,
  };
}

/** A mail that a mail service refused, as an admin sees it. */
export function buildAdminMail(overrides: Partial<AdminMail> = {}): AdminMail {
  return {
    ...buildMail({ status: 'failed', sentAt: null, failure: 'refused', reason: '550 No such user' }),
    to: 'asha@example.com',
    sessionId,
    attempts: 1,
    messageId: '<0123456789abcdef@serene.example.com>',
    ...overrides,
  };
}
