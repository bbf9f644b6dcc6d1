import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';
import { mailBudgets, type MailBudget } from './mail-budgets.ts';

/** A mail that went to a mailbox, or is on its way there. Those of an older version have `isAccount` and no budget. */
export type RecentSend = { key: string; at: Date; budget?: MailBudget; isAccount?: boolean };

/** What a mailbox got lately: the limit of the outbox counts here. */
export type MailboxCount = {
  /** The mailbox, see `mailboxOf`. */
  _id: string;
  /** Oldest first. */
  sends: RecentSend[];
  /** Raised by each change; compare-and-set by it, so that several workers count right. */
  revision: number;
  lastAt: Date;
};

const mailboxCountSchema = new Schema<MailboxCount>(
  {
    _id: { type: String, required: true },
    sends: {
      type: [
        {
          key: { type: String, required: true },
          at: { type: Date, required: true },
          budget: { type: String, enum: mailBudgets },
          isAccount: { type: Boolean },
          _id: false,
        },
      ],
      default: [],
    },
    revision: { type: Number, required: true },
    lastAt: { type: Date, required: true },
  } satisfies SchemaFields<MailboxCount>,
  { collection: 'mailboxcounts', versionKey: false },
);

// Only to remove what is over.
mailboxCountSchema.index({ lastAt: 1 });

export const MailboxCountModel = model('MailboxCount', mailboxCountSchema);
