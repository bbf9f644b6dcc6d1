import type { Session } from '@serene/shared/contracts';
import type { SessionRole } from '@serene/shared/lifecycle';
import { moneyOf } from './money.ts';
import { shortDayAndTime } from '../../lib/time/format.ts';
import { words } from './change-words.ts';
import { freeUntil } from './free-until.ts';

type Cancellation = {
  session: Session;
  viewer: SessionRole;
  /** What comes back, in minor units. */
  refundMinor: number;
  /** How the customer paid, in words. */
  method: string;
  zone: string;
};

/** What is asked before a session is cancelled: what comes back, in exact words. */
export function cancelQuestion({ session, viewer, refundMinor, method, zone }: Cancellation) {
  const { amountMinor, expert, customer } = session;
  const { keep, cancel, cancelTitle, cancelAndRefund } = words;
  const amount = moneyOf(session, amountMinor);
  if (amountMinor === 0) {
    return { title: cancelTitle, text: words.cancelFree(customer?.name ?? expert.name), keep, confirm: cancel };
  }
  if (viewer !== 'customer') {
    const text = words.cancelByOther(customer?.name ?? '', amount);
    return { title: cancelTitle, text, keep, confirm: cancelAndRefund };
  }
  if (refundMinor === amountMinor) {
    return { title: cancelTitle, text: words.cancelFull(amount, method), keep, confirm: cancelAndRefund };
  }
  const deadline = shortDayAndTime(freeUntil(session), zone);
  if (refundMinor > 0) {
    const text = words.cancelPart({ deadline, part: moneyOf(session, refundMinor), amount, method });
    return { title: words.cancelPartTitle, text, keep, confirm: cancelAndRefund };
  }
  const text = words.cancelNone(deadline, amount);
  return { title: words.cancelNoneTitle, text, keep, confirm: words.cancelWithoutRefund };
}
