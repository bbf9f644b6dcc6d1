import type { Violation } from '../tally.ts';
import { groupBy, type OutboxRow, type SessionRow, type Snapshot } from './snapshot.ts';

/** A death so near to the arrival of a mail may have lost the news of it; each excuses one more copy (rule E3). */
const nearMs = 15_000;
const receiptWithinMs = 2 * 24 * 60 * 60_000;

/** Each mail that a fact calls for exists, none that no fact calls for, each was sent once (rules E1 and E3). */
export function checkMails(snapshot: Snapshot, disturbances: readonly number[]): Violation[] {
  const { outbox } = snapshot;
  const present = new Set(outbox.map(({ _id }) => _id));
  const called = new Set([
    ...snapshot.sessions.flatMap((session) => mailsOfSession(session, present)),
    ...mailsOfMoney(snapshot, present),
    ...mailsOfDocuments(snapshot),
  ]);
  return [
    ...[...called].filter((key) => !present.has(key)).map((key) => ({ rule: 'a mail is missing', found: key })),
    ...outbox
      .filter(({ _id }) => !called.has(_id) && !isReminder(_id))
      .map(({ _id }) => ({ rule: 'a mail that no fact calls for', found: _id })),
    ...outbox.flatMap((row) => checkEnd(row, outbox)),
    ...checkArrivals(snapshot, disturbances),
  ];
}

/** What tells of a booking's time, and the wish for a review, may be overtaken (rules E2 and E5); money never is. */
const mayBeOvertaken = (key: string): boolean => /^(confirmed|requested|moved|review|reminder-[^:]+):/.test(key);

const isReminder = (key: string): boolean => key.startsWith('reminder-');

/** The keys that the history of a session calls for; each entry after the first is a change and has its number. */
function mailsOfSession({ _id, history, ended, status }: SessionRow, present: ReadonlySet<string>): string[] {
  const toBoth = (fact: string) => [`${fact}:customer`, `${fact}:expert`];
  const keys = toBoth(`${history[0]?.status === 'pending' ? 'requested' : 'confirmed'}:${_id}`);
  for (const [revision, { status: after }] of history.entries()) {
    const before = history[revision - 1]?.status;
    if (before === undefined) continue;
    if (before === 'pending' && after === 'confirmed') keys.push(...toBoth(`confirmed:${_id}`));
    if (before === after && after !== 'completed') keys.push(...toBoth(`moved:${_id}:${revision}`));
    if (before !== after && after === 'completed') keys.push(`review:${_id}:customer`);
  }
  if (status !== 'cancelled' || !ended) return keys;
  // An expert who does not want a request may decline it or cancel it, which makes another mail.
  const mayBeDeclined = history.at(-2)?.status === 'pending' && ended.by !== 'customer';
  const declined = `rejected:${_id}:customer`;
  const isDeclined = mayBeDeclined && (ended.by === 'system' || present.has(declined));
  return [...keys, ...(isDeclined ? [declined] : toBoth(`cancelled:${_id}`))];
}

function mailsOfMoney({ refunds, charges }: Snapshot, present: ReadonlySet<string>): string[] {
  const slotLost = (paymentId: string) => `slot-lost:${paymentId}:customer`;
  const lapsed = (paymentId: string) => `slot-lost:${paymentId}:lapsed:customer`;
  // The gateway may have captured by itself what was let go of (rule M7): then the mail is lawful, but not owed.
  const untaken = charges.filter(
    ({ paymentId, status }) => status === 'authorized' || status === 'lapsed' || present.has(lapsed(paymentId)),
  );
  return [
    ...untaken.map(({ paymentId }) => lapsed(paymentId)),
    ...refunds.flatMap(({ _id, paymentId, reason, status }) => [
      ...(reason === 'slot-lost' ? [slotLost(paymentId)] : []),
      ...(status === 'processed' ? [`refund-processed:${_id}:customer`] : []),
      ...(status === 'failed' ? [`refund-failed:${_id}:customer`, `refund-failed:${_id}:admin`] : []),
    ]),
  ];
}

/** Each document of a payment is mailed, unless it got its number when the payment was more than two days old. */
function mailsOfDocuments({ invoices }: Snapshot): string[] {
  return invoices
    .filter(({ refundId }) => refundId === null)
    .filter(({ content, createdAt }) => createdAt.getTime() - content.issuedAt.getTime() <= receiptWithinMs)
    .map(({ _id }) => `receipt:${_id}:customer`);
}

function checkEnd({ _id, status, lastError }: OutboxRow, outbox: readonly OutboxRow[]): Violation[] {
  if (status === 'sent' || (status === 'skipped' && (mayBeOvertaken(_id) || isEndUntold(_id, outbox)))) return [];
  return [{ rule: 'a mail was not sent', found: `${_id}: ${status}, ${lastError ?? 'no error'}` }];
}

/** Whoever was never told that a booking takes place need not hear that it does not (rule E5). */
function isEndUntold(key: string, outbox: readonly OutboxRow[]): boolean {
  const [, end] = /^cancelled:(\w+:(?:customer|expert))$/.exec(key) ?? [];
  const announcements = [`confirmed:${end}`, `requested:${end}`];
  return end !== undefined && !outbox.some(({ _id, status }) => status === 'sent' && announcements.includes(_id));
}

function checkArrivals({ outbox, arrivals }: Snapshot, disturbances: readonly number[]): Violation[] {
  const arrivalsOf = groupBy(arrivals, ({ messageId }) => messageId);
  const known = new Map(outbox.flatMap((row) => (row.messageId ? [[row.messageId, row]] : [])));
  const missing = [...known].filter(([messageId, { status }]) => status === 'sent' && !arrivalsOf.has(messageId));
  const excusesOf = (copies: readonly { at: number }[]) => {
    const [first, last] = [copies[0]?.at ?? 0, copies.at(-1)?.at ?? 0];
    return disturbances.filter((at) => at >= first - nearMs && at <= last + nearMs).length;
  };
  // What a death kept from being written down may be overtaken later: it arrived, and counts as skipped.
  const isOwed = (row: OutboxRow, copies: readonly { at: number }[]) =>
    row.status === 'sent' || (row.status === 'skipped' && mayBeOvertaken(row._id) && excusesOf(copies) > 0);
  return [
    ...missing.map(([, { _id }]) => ({ rule: 'a mail counts as sent and did not arrive', found: _id })),
    ...[...arrivalsOf].flatMap(([messageId, copies]) => {
      const row = known.get(messageId);
      if (!row || !isOwed(row, copies))
        return [{ rule: 'a mail that nobody owed arrived', found: row?._id ?? messageId }];
      const isLawful = copies.length === 1 || copies.length - 1 <= excusesOf(copies);
      if (isLawful && copies.every(({ recipients }) => recipients.join() === row.to)) return [];
      return [{ rule: 'a mail arrived twice', found: `${row._id}: ${copies.length} copies` }];
    }),
  ];
}
