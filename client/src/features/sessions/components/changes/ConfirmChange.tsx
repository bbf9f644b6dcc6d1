import type { Session } from '@serene/shared/contracts';
import { useId, useState, type ReactNode } from 'react';
import { Alert, ConfirmDialog, TextAreaField } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { isOvertaken, useChangeSession, type SessionChange } from '../../api/change-session.ts';
import { words } from '../../change-words.ts';

/** Longer ones are refused by the server. */
const reasonLimit = 500;

export type Question = { title: string; text: string; keep: string; confirm: string };

/** What a dialog tells the page: what was done, or that the session is not what it was. */
export type ChangeEvents = {
  onDone: (change: SessionChange, session: Session) => void;
  onOvertaken: () => void;
  onClose: () => void;
};

type ConfirmChangeProps = ChangeEvents & {
  session: Session;
  question: Question;
  /** The change to make; the reason is empty where none was given or asked for. */
  change: (reason: string) => SessionChange;
  /** Asks for a reason, which this person will read. */
  reasonFor?: string;
  /** Answers an error that has an answer of its own: true where it does. */
  onError?: (error: unknown) => boolean;
  children?: ReactNode;
};

/** Asks before a change, makes it, and stays open with an explanation when it failed. */
export function ConfirmChange({ session, question, change, reasonFor, children, ...events }: ConfirmChangeProps) {
  const [reason, setReason] = useState('');
  const [isAnswered, setIsAnswered] = useState(false);
  const id = useId();
  const { mutate, isPending, error } = useChangeSession(session);
  const confirm = () => {
    const wanted = change(reason.trim());
    mutate(wanted, {
      onSuccess: (changed) => events.onDone(wanted, changed),
      onError: (failure) => {
        setIsAnswered(events.onError?.(failure) === true);
        if (isOvertaken(failure)) events.onOvertaken();
      },
    });
  };
  return (
    <ConfirmDialog {...question} busy={isPending ? words.busy : undefined} onConfirm={confirm} onClose={events.onClose}>
      {children}
      {reasonFor !== undefined && (
        <TextAreaField
          id={id}
          label={words.reason}
          hint={words.reasonHint(reasonFor)}
          maxLength={reasonLimit}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {error !== null && !isAnswered && !isOvertaken(error) && (
        <Alert tone="bad" live="assertive" title={words.failed}>
          {explain(error)}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
