import { idSchema, type AdminMail, type Mail } from '@serene/shared/contracts';
import { z } from 'zod';
import { mailRecipients, type OutboxRecord } from '../notifications/index.ts';

const recipientSchema = z.enum(mailRecipients);

/** A mail as the expert of its session sees it. */
export function presentMail(row: OutboxRecord): Mail {
  // Rows of before these fields have none of them.
  const failure = row.failure ?? null;
  return {
    id: row._id,
    template: row.template,
    // A key ends with the recipient's role (rule E1).
    recipient: recipientSchema.parse(row._id.split(':').at(-1)),
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAttemptAt: row.status === 'queued' ? row.nextAttemptAt.toISOString() : null,
    failure,
    skipped: row.skip ?? null,
    // Of other failures the reason speaks of this installation: a host, a port.
    reason: failure === 'refused' ? row.lastError : null,
  };
}

const aboutSessionSchema = z.object({ sessionId: idSchema });

/** A mail as an admin sees it. */
export function presentAdminMail(row: OutboxRecord): AdminMail {
  const about = aboutSessionSchema.safeParse(row.data);
  return {
    ...presentMail(row),
    reason: row.lastError,
    to: row.to,
    sessionId: about.success ? about.data.sessionId : null,
    attempts: row.attempts,
    messageId: row.messageId,
  };
}
