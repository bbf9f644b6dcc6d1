import type { ClientSession } from 'mongoose';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { insertOnce } from './repository.ts';
import type { MailData, MailTemplate } from './templates/index.ts';

/** Whom a mail is for. */
export const mailRecipients = ['customer', 'expert', 'admin'] as const;
type MailRecipient = (typeof mailRecipients)[number];

/** Names the fact, where it can recur its revision, and at last the recipient's role (rule E1). */
export type MailKey = `${string}:${MailRecipient}`;

/** A mail that a fact calls for. */
export type MailRequest<T extends MailTemplate> = {
  key: MailKey;
  to: string;
  template: T;
  data: MailData[T];
  /** The account whose setting switches mails of this kind off, as hex; absent for one that nobody can switch off. */
  readerId?: string;
};

/**
 * Owes somebody a mail, once for each key however often it is asked for. Given the transaction that writes the fact, the
 * mail exists exactly if the fact does; it never aborts that transaction (rule E1).
 * @param transaction null where no fact is written. It has to be named: left out by mistake, a mail would outlive its fact
 */
export async function enqueueMail<T extends MailTemplate>(
  { key, to, template, data, readerId }: MailRequest<T>,
  { now, transaction }: { now: Date; transaction: ClientSession | null },
): Promise<void> {
  try {
    await insertOnce(
      {
        _id: key,
        to,
        template,
        data,
        readerId: readerId ?? null,
        status: 'queued',
        attempts: 0,
        nextAttemptAt: now,
        leaseToken: null,
        messageId: null,
        lastError: null,
        failure: null,
        createdAt: now,
        sentAt: null,
      },
      transaction ?? undefined,
    );
  } catch (error) {
    // Two upserts at once: the other one wrote it. Inside a transaction the error must pass (rule T2).
    if (transaction === null && duplicateKeyFields(error) !== null) return;
    throw error;
  }
}
