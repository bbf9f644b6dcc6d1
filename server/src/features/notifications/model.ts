import { model, Schema } from 'mongoose';

export const outboxStatuses = ['queued', 'sending', 'sent', 'failed', 'skipped'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** A mail that is owed to somebody, and then the record of what became of it. */
export type OutboxRecord = {
  /** The key that names the fact and the recipient's role (rules E1 and C1). Being the `_id`, it exists once. */
  _id: string;
  to: string;
  template: string;
  /** What the template prints; its schema reads it back. */
  data: unknown;
  status: OutboxStatus;
  /** How often sending was begun. */
  attempts: number;
  /**
   * When the row is due. While it is being sent, this is the end of its lease: the row of a process that died becomes
   * due by itself (rule E3).
   */
  nextAttemptAt: Date;
  /** Proof of who is sending it; null while nobody is. */
  leaseToken: string | null;
  /** Given at the first attempt and kept, so that a second copy of a mail can be told. */
  messageId: string | null;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

const outboxSchema = new Schema<OutboxRecord>(
  {
    _id: { type: String, required: true },
    to: { type: String, required: true },
    template: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    status: { type: String, enum: outboxStatuses, required: true },
    attempts: { type: Number, required: true },
    nextAttemptAt: { type: Date, required: true },
    leaseToken: { type: String, default: null },
    messageId: { type: String, default: null },
    lastError: { type: String, default: null },
    createdAt: { type: Date, required: true },
    sentAt: { type: Date, default: null },
  },
  { collection: 'outbox', versionKey: false, minimize: false },
);

outboxSchema.index({ status: 1, nextAttemptAt: 1 });

export const OutboxModel = model('Outbox', outboxSchema);
