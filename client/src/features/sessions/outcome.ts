import type { PaymentDetails, Session } from '@serene/shared/contracts';
import { moneyOf } from './money.ts';
import { words } from './outcome-words.ts';

/** How a session ended, for the one who reads it. */
export type Outcome = {
  title: string;
  text: string | undefined;
  /** What the other person wrote about it. */
  reason: string | null;
  /** Whether the customer is offered another time, or a way to object. */
  offer: 'book-again' | 'support' | undefined;
};

/** Tells how a cancelled or missed session ended; its payment, where the viewer may see it, makes the words exact. */
export function outcomeOf(session: Session, payment: PaymentDetails | undefined): Outcome | undefined {
  const { ended, customer } = session;
  if (ended === null) return undefined;
  const isSent = payment?.status === 'refunded';
  const told = customer === undefined ? forCustomer(session, isSent) : forExpert(session, customer.name);
  return { ...told, reason: ended.reason };
}

type Told = Omit<Outcome, 'reason'>;

function forCustomer(session: Session, isRefundSent: boolean): Told {
  const { ended, expert } = session;
  const text = refundText(session, isRefundSent);
  if (ended?.noShowBy === 'customer') {
    return { title: words.youMissed, text: words.youMissedText(expert.name), offer: 'support' };
  }
  if (ended?.noShowBy === 'expert') return { title: words.couldNotCome(expert.name), text, offer: 'book-again' };
  switch (ended?.by) {
    case 'expert':
      return {
        title: ended.wasRequest ? words.declined(expert.name) : words.hadToCancel(expert.name),
        text,
        offer: 'book-again',
      };
    case 'system':
      return { title: words.lapsed(expert.name), text, offer: 'book-again' };
    case 'admin':
      return { title: words.teamCancelled, text, offer: 'book-again' };
    default:
      return { title: words.youCancelled, text, offer: undefined };
  }
}

function forExpert(session: Session, name: string): Told {
  const { ended, amountMinor } = session;
  const offer = undefined;
  const back = ended?.refundMinor ?? 0;
  const paidText = back === 0 ? words.othersNone : words.othersRefund(name, moneyOf(session, back));
  const text = amountMinor === 0 ? undefined : paidText;
  if (ended?.noShowBy === 'customer') return { title: words.missed(name), text, offer };
  if (ended?.noShowBy === 'expert') return { title: words.youCouldNotCome, text, offer };
  switch (ended?.by) {
    case 'customer':
      return { title: words.cancelledBy(name), text, offer };
    case 'system':
      return { title: words.youLapsed, text, offer };
    case 'admin':
      return { title: words.teamCancelled, text, offer };
    default:
      return { title: ended?.wasRequest ? words.youDeclined : words.youCancelled, text, offer };
  }
}

/** What comes back; how far each refund is, the payment's own part of the page says. */
function refundText(session: Session, isRefunded: boolean): string | undefined {
  const { ended, amountMinor } = session;
  const back = ended?.refundMinor ?? 0;
  if (amountMinor === 0) return undefined;
  if (back === 0) return words.refundNone;
  const amount = moneyOf(session, back);
  if (back < amountMinor) return words.refundPart(amount);
  return isRefunded ? words.refundSent(amount) : words.refundStarted(amount);
}
