import type { Session } from '@serene/shared/contracts';
import { words } from '../../change-words.ts';
import { moneyOf } from '../../money.ts';
import { ConfirmChange, type ChangeEvents, type Question } from './ConfirmChange.tsx';

type NoShowDialogProps = ChangeEvents & { session: Session; noShowBy: 'customer' | 'expert' };

/** Asks before somebody is reported as missing: for the customer it costs the price, for the expert it is refunded. */
export function NoShowDialog({ session, noShowBy, ...events }: NoShowDialogProps) {
  return (
    <ConfirmChange
      {...events}
      session={session}
      question={noShowBy === 'expert' ? ofExpert(session) : ofCustomer(session)}
      change={() => ({ action: 'no-show', noShowBy })}
    />
  );
}

function ofCustomer({ customer }: Session): Question {
  return {
    title: words.customerMissedTitle(customer?.name ?? ''),
    text: words.customerMissedText,
    keep: words.goBack,
    confirm: words.customerMissedConfirm,
  };
}

function ofExpert(session: Session): Question {
  const { customer, amountMinor } = session;
  const free = amountMinor === 0;
  return {
    title: words.expertMissedTitle,
    text: free
      ? words.expertMissedTextFree
      : words.expertMissedText(customer?.name ?? '', moneyOf(session, amountMinor)),
    keep: words.goBack,
    confirm: free ? words.customerMissedConfirm : words.expertMissedConfirm,
  };
}
