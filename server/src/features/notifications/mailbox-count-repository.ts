import { firstStands } from '../../infra/mongo.ts';
import { MailboxCountModel, type MailboxCount } from './mailbox-count-model.ts';

/** What a mailbox got lately, or null. */
export async function findMailboxCount(_id: string): Promise<MailboxCount | null> {
  return MailboxCountModel.findById(_id).lean();
}

/** Writes what a mailbox got by compare-and-set. @returns false when another worker has counted meanwhile */
export async function writeMailboxCount(
  _id: string,
  found: MailboxCount | null,
  counted: Pick<MailboxCount, 'sends' | 'lastAt'>,
): Promise<boolean> {
  if (found) {
    const { revision } = found;
    const changed = { $set: counted, $inc: { revision: 1 } };
    return (await MailboxCountModel.updateOne({ _id, revision }, changed)).matchedCount === 1;
  }
  return firstStands(MailboxCountModel.create([{ _id, ...counted, revision: 0 }]));
}

/** Forgets the mailboxes that have got nothing since. */
export async function forgetCountsBefore(instant: Date): Promise<void> {
  await MailboxCountModel.deleteMany({ lastAt: { $lt: instant } });
}
