import type { Session } from '@serene/shared/contracts';
import { words } from '../../change-words.ts';
import { moneyOf } from '../../money.ts';
import { ConfirmChange, type ChangeEvents } from './ConfirmChange.tsx';

type RejectDialogProps = ChangeEvents & { session: Session };

/** Asks the expert before a request is declined. */
export function RejectDialog({ session, ...events }: RejectDialogProps) {
  const name = session.customer?.name ?? '';
  const free = session.amountMinor === 0;
  const amount = moneyOf(session, session.amountMinor);
  return (
    <ConfirmChange
      {...events}
      session={session}
      question={{
        title: words.rejectTitle,
        text: free ? words.rejectTextFree(name) : words.rejectText(name, amount),
        keep: words.rejectKeep,
        confirm: free ? words.reject : words.rejectConfirm,
      }}
      change={(reason) => (reason === '' ? { action: 'reject' } : { action: 'reject', reason })}
      reasonFor={name}
    />
  );
}
