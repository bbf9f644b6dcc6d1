import { announces, isToSameReader, type ThreadMail } from './booking-thread.ts';
import type { EndedMailData } from './mail-data.ts';
import type { OutboxRecord } from './model.ts';

type SentMail = ThreadMail & Pick<OutboxRecord, 'messageId'>;

/**
 * Whether a mail says that a booking will not take place to a reader whom no mail told that it would: then neither is
 * worth a place in their mailbox (rule E5). Customers know what they have booked, so that counts for them only where they
 * ended it themselves and no money was at stake.
 * @param rows the mails about the booking
 */
export function isEndUntold(own: ThreadMail, ended: EndedMailData, rows: readonly SentMail[]): boolean {
  if (isToSameReader(own, { _id: 'customer' }) && !(ended.by === 'customer' && ended.amountMinor === 0)) return false;
  const others = rows.filter((row) => row._id !== own._id && isToSameReader(row, own));
  // Where the announcement is gone from the outbox, it was sent long ago.
  return others.some(announces) && !others.some(mayHaveArrived);
}

/** A mail that is at a mail server, or was: also where nobody knows what became of that attempt. */
function mayHaveArrived({ status, messageId }: SentMail): boolean {
  return status === 'sent' || status === 'sending' || messageId !== null;
}
