import type { ClientSession } from 'mongoose';
import { firstStands } from '../../infra/mongo.ts';
import type { OutboxRecord } from './model.ts';
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

/** One for each template, so that its data belong to it. */
export type AnyMailRequest = { [T in MailTemplate]: MailRequest<T> }[MailTemplate];

type Writing<Transaction> = { now: Date; transaction: Transaction };

/**
 * Owes somebody a mail, once for each key however often it is asked for. Given the transaction that writes the fact, the
 * mail exists exactly if the fact does; it never aborts that transaction (rule E1).
 * @param transaction null where no fact is written. It has to be named: left out by mistake, a mail would outlive its fact
 */
export async function enqueueMail<T extends MailTemplate>(
  request: MailRequest<T>,
  { now, transaction }: Writing<ClientSession | null>,
): Promise<void> {
  const row = rowOf(request, now);
  if (transaction) await insertOnce(row, transaction);
  else await firstStands(insertOnce(row));
}

/** The same for all the mails of a fact, in its transaction. */
export async function enqueueMails(
  requests: readonly AnyMailRequest[],
  { now, transaction }: Writing<ClientSession>,
): Promise<void> {
  for (const request of requests) await insertOnce(rowOf(request, now), transaction);
}

function rowOf({ key, to, template, data, readerId }: MailRequest<MailTemplate>, now: Date): OutboxRecord {
  return {
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
  };
}
