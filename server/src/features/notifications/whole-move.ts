import { isReplacedBy, kindOf, type ThreadMail } from './booking-thread.ts';
import { bookingMailSchema, movedMailSchema } from './mail-data.ts';

/** What a mail is rendered from. */
type Source = Pick<ThreadMail, 'template' | 'data'>;

/**
 * What a mail about a new time says for those before it that were left out for its sake: it tells the move from the time
 * that its reader knows, and the booking itself, if nothing has told them of that yet (rule E5).
 * @param thread the mails about the booking to this reader, in their order
 * @returns null when the time is the one that the reader knows, so that there is nothing to tell
 */
export function wholeMove(mail: ThreadMail, thread: readonly ThreadMail[]): Source | null {
  if (kindOf(mail) !== 'move') return mail;
  const leftOut = leftOutBefore(mail, thread);
  const first = leftOut.at(-1);
  if (first === undefined) return mail;
  const data = movedMailSchema.parse(mail.data);
  const known = timeKnownBefore(first);
  const isNews = kindOf(first) === 'announcement';
  if (known.startsAt.getTime() !== data.startsAt.getTime()) {
    return {
      template: mail.template,
      data: { ...data, previousStartsAt: known.startsAt, previousEndsAt: known.endsAt, isNews },
    };
  }
  return isNews ? { template: first.template, data } : null;
}

/** The nearest first, back to one that did reach the reader or that announced the booking. */
function leftOutBefore(mail: ThreadMail, thread: readonly ThreadMail[]): ThreadMail[] {
  const place = thread.findIndex(({ _id }) => _id === mail._id);
  const leftOut: ThreadMail[] = [];
  for (const earlier of thread.slice(0, Math.max(place, 0)).toReversed()) {
    if (!isReplacedBy(earlier, mail)) continue;
    if (earlier.status !== 'skipped') break;
    leftOut.push(earlier);
    if (kindOf(earlier) === 'announcement') break;
  }
  return leftOut;
}

function timeKnownBefore(first: ThreadMail): { startsAt: Date; endsAt: Date } {
  if (kindOf(first) === 'announcement') return bookingMailSchema.parse(first.data);
  const { previousStartsAt, previousEndsAt } = movedMailSchema.parse(first.data);
  return { startsAt: previousStartsAt, endsAt: previousEndsAt };
}
