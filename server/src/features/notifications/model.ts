import { mailSkips, type MailSkip } from '@serene/shared/contracts';
import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';

export const outboxStatuses = ['queued', 'sending', 'sent', 'failed', 'skipped'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** Refused by a mail server for good, or given up after many tries. */
export const mailFailures = ['refused', 'gave-up'] as const;
export type MailFailure = (typeof mailFailures)[number];

/** A mail that is owed to somebody, and then the record of what became of it. */
export type OutboxRecord = {
  /** The key that names the fact and the recipient's role (rules E1 and C1). Being the `_id`, it exists once. */
  _id: string;
  to: string;
  template: string;
  /** What the template prints; its schema reads it back. */
  data: unknown;
  /** The account whose setting switches mails of this kind off, as hex; null for a mail that nobody can switch off. */
  readerId: string | null;
  status: OutboxStatus;
  /** How often sending was begun, since it was enqueued or an admin asked for it again. */
  attempts: number;
  /**
   * When the row is due. While it is being sent, this is the end of its lease: the row of a process that died becomes
   * due by itself (rule E3). Afterwards it stays at the end of the last lease: ended rows are listed and removed by it.
   */
  nextAttemptAt: Date;
  /** Proof of who is sending it; null while nobody is. */
  leaseToken: string | null;
  /** Given at the first attempt and kept, so that a second copy of a mail can be told. */
  messageId: string | null;
  lastError: string | null;
  /** Null unless it failed. */
  failure: MailFailure | null;
  /** Null unless it was skipped; rows of before this field have none. */
  skip?: MailSkip | null;
  createdAt: Date;
  sentAt: Date | null;
};

const outboxSchema = new Schema<OutboxRecord>(
  {
    _id: { type: String, required: true },
    to: { type: String, required: true },
    template: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    readerId: { type: String, default: null },
    status: { type: String, enum: outboxStatuses, required: true },
    attempts: { type: Number, required: true },
    nextAttemptAt: { type: Date, required: true },
    leaseToken: { type: String, default: null },
    messageId: { type: String, default: null },
    lastError: { type: String, default: null },
    failure: { type: String, enum: [...mailFailures, null], default: null },
    skip: { type: String, enum: [...mailSkips, null], default: null },
    createdAt: { type: Date, required: true },
    sentAt: { type: Date, default: null },
  } satisfies SchemaFields<OutboxRecord>,
  { collection: 'outbox', versionKey: false, minimize: false },
);

// What is due, what ended long ago, and the admin's list.
outboxSchema.index({ status: 1, nextAttemptAt: 1 });
// What became of the mails about one session: its expert looks that up.
outboxSchema.index({ 'data.sessionId': 1 });

export const OutboxModel = model('Outbox', outboxSchema);
