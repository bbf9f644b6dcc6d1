import { z } from 'zod';
import { mailKinds, type MailKind } from './mail-kinds.ts';
import type { OutboxRecord } from './model.ts';
import { isTemplate } from './templates/index.ts';

/** As much of a mail as decides about its place among those of its booking. */
export type ThreadMail = Pick<OutboxRecord, '_id' | 'template' | 'status' | 'createdAt' | 'data'>;

const placeSchema = z.object({ sessionId: z.string().nullish(), revision: z.int().optional() }).catch({});

/** Null for a template of a newer version. */
export function kindOf({ template }: Pick<OutboxRecord, 'template'>): MailKind | null {
  return isTemplate(template) ? mailKinds[template] : null;
}

/** The booking that a mail is about, as hex; null for one about none. */
export function sessionOf({ data }: Pick<OutboxRecord, 'data'>): string | null {
  return placeSchema.parse(data).sessionId ?? null;
}

const revisionOf = ({ data }: Pick<OutboxRecord, 'data'>) => placeSchema.parse(data).revision;

/** A key ends with the reader's role (rule E1). */
const roleOf = ({ _id }: Pick<OutboxRecord, '_id'>) => _id.split(':').at(-1);

export function isToSameReader(mail: Pick<OutboxRecord, '_id'>, other: Pick<OutboxRecord, '_id'>): boolean {
  return roleOf(mail) === roleOf(other);
}

export function announces(mail: Pick<OutboxRecord, 'template'>): boolean {
  return kindOf(mail) === 'announcement';
}

/**
 * The mails about one booking to one reader, in the order in which they are to arrive (rule E5). Reminders stand apart:
 * the hour decides about them, and neither do they wait nor is one waited for.
 */
export function threadOf<Row extends ThreadMail>(own: ThreadMail, rows: readonly Row[]): Row[] {
  return rows.filter((row) => isToSameReader(row, own) && kindOf(row) !== 'reminder').toSorted(byWriting);
}

/** Orders mails as they were written; of those of one moment, by the revision that they report. */
export function byWriting(one: ThreadMail, other: ThreadMail): number {
  return (
    one.createdAt.getTime() - other.createdAt.getTime() ||
    (revisionOf(one) ?? latest) - (revisionOf(other) ?? latest) ||
    (one._id < other._id ? -1 : 1)
  );
}

/** Mails about money report none, and follow those about the booking. */
const latest = Number.MAX_SAFE_INTEGER;

/** Those before a mail that have not left yet; none for a reminder. */
export function waitingBefore<Row extends ThreadMail>(own: ThreadMail, thread: readonly Row[]): Row[] {
  const place = thread.findIndex(({ _id }) => _id === own._id);
  return place < 0 ? [] : thread.slice(0, place).filter(isUnsent);
}

const isUnsent = ({ status }: ThreadMail) => status === 'queued' || status === 'sending';

/** Whether a mail says when a booking takes place and a later one says it anew: then the later one is enough (E5). */
export function isReplacedBy(mail: ThreadMail, later: ThreadMail): boolean {
  const kind = kindOf(mail);
  const laterKind = kindOf(later);
  const tellsTime = kind === 'announcement' || kind === 'move';
  const tellsItAnew = laterKind === 'announcement' || laterKind === 'move' || laterKind === 'ending';
  return tellsTime && tellsItAnew && (revisionOf(later) ?? 0) > (revisionOf(mail) ?? 0);
}
