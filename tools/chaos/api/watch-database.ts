import mongoose from 'mongoose';
import { z } from 'zod';
import type { KillPoint } from './kill-points.ts';

type Command = mongoose.mongo.CommandStartedEvent['command'];
type DatabasePoint = {
  /** Right before the command is sent, or right after it was acknowledged. */
  when: 'before' | 'after';
  /** Whether this is the command; `hasMail` says that its transaction has written a mail. */
  matches(command: Command, hasMail: boolean): boolean;
};

const points: Partial<Record<KillPoint, DatabasePoint>> = {
  'after-key': { when: 'after', matches: (command) => command['insert'] === 'idempotencykeys' },
  'in-booking': { when: 'after', matches: (command) => command['insert'] === 'bookings' },
  'before-key-done': { when: 'before', matches: (command) => sets(command, 'idempotencykeys', 'done') },
  'in-settle': { when: 'before', matches: (command) => command['insert'] === 'sessions' },
  'before-commit': { when: 'before', matches: isCommit },
  'before-mail': { when: 'after', matches: isCommit },
  'before-refund': { when: 'after', matches: (command) => sets(command, 'refunds', 'status', 'sent') },
  'in-cancel': { when: 'after', matches: (command) => sets(command, 'sessions', 'status', 'cancelled') },
  'in-reschedule': { when: 'after', matches: (command) => sets(command, 'slotclaims', 'cells') },
  'in-slot-lost': { when: 'after', matches: (command) => sets(command, 'payments', 'status', 'refund_pending') },
};

/** Calls `reach` whenever the commands of this client come to the point; does nothing for a point elsewhere. */
export function watchDatabase(client: mongoose.mongo.MongoClient, point: KillPoint, reach: () => void): void {
  const wanted = points[point];
  if (!wanted) return;
  const acknowledged = new Set<number>();
  const withMail = new Set<string>();
  client.on('commandStarted', ({ command, requestId }) => {
    const transaction = transactionOf(command) ?? '';
    if (command['startTransaction'] === true) withMail.delete(transaction);
    if (transaction !== '' && command['update'] === 'outbox') withMail.add(transaction);
    if (!wanted.matches(command, withMail.has(transaction))) return;
    if (wanted.when === 'before') reach();
    else acknowledged.add(requestId);
  });
  client.on('commandSucceeded', ({ requestId }) => {
    if (acknowledged.delete(requestId)) reach();
  });
}

function isCommit(command: Command, hasMail: boolean): boolean {
  return command['commitTransaction'] === 1 && hasMail;
}

/** Whether a command updates a field of a collection, to this value if one is given. */
function sets(command: Command, collection: string, ...[field, value]: [field: string, value?: string]): boolean {
  if (command['update'] !== collection) return false;
  const set: unknown = command['updates']?.[0]?.u?.$set?.[field];
  return set !== undefined && (value === undefined || set === value);
}

const transactionSchema = z.object({
  lsid: z.object({ id: z.instanceof(mongoose.mongo.Binary) }),
  autocommit: z.literal(false),
});

/** The session of a command, if it is part of a transaction: a session has one at a time. */
function transactionOf(command: Command): string | null {
  const parsed = transactionSchema.safeParse(command);
  return parsed.success ? parsed.data.lsid.id.toString('hex') : null;
}
