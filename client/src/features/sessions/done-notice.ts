import type { Session } from '@serene/shared/contracts';
import type { NoticeText } from '../../components/ui/index.ts';
import { shortDayAndTime } from '../../lib/time/format.ts';
import type { SessionChange } from './api/change-session.ts';
import { words } from './change-words.ts';
import { moneyOf } from './money.ts';
import { words as outcome } from './outcome-words.ts';

/** What the page says after a change, from the session as the server gave it back. */
export function doneNotice(change: SessionChange, session: Session, zone: string): NoticeText {
  const { customer, expert } = session;
  const other = customer?.name ?? expert.name;
  const done = (title: string, text: string): NoticeText => ({ tone: 'ok', title, text });
  switch (change.action) {
    case 'cancel':
      return done(words.cancelled, refundText(session));
    case 'reject':
      return done(words.rejected, refundText(session));
    case 'reschedule':
      return done(words.moved(shortDayAndTime(session.startsAt, zone)), words.movedText(other));
    case 'accept':
      return done(words.accepted, words.acceptedText(other));
    case 'complete':
      return done(words.completed, words.completedText(other));
    case 'no-show':
      return change.noShowBy === 'expert'
        ? done(words.missed, refundText(session))
        : { tone: 'ok', title: words.missed };
    case 'rate':
      return { tone: 'ok', title: outcome.thanks };
  }
}

/** What becomes of the money, for the one who reads it. */
function refundText(session: Session): string {
  const { customer, expert, amountMinor } = session;
  const refundMinor = session.ended?.refundMinor ?? 0;
  if (amountMinor === 0) return words.told(customer?.name ?? expert.name);
  if (customer !== undefined) return words.othersRefund(customer.name, moneyOf(session, refundMinor));
  return refundMinor === 0 ? words.refundNone : words.refundStarted(moneyOf(session, refundMinor));
}

/** What the page says when a change came too late. */
export const overtakenNotice: NoticeText = { tone: 'warn', title: words.overtaken, text: words.overtakenText };
