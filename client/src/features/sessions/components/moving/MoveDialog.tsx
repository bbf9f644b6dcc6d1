import type { Session } from '@serene/shared/contracts';
import type { SessionRole } from '@serene/shared/lifecycle';
import { useState } from 'react';
import { Modal } from '../../../../components/ui/index.ts';
import { words } from '../../move-words.ts';
import type { ChangeEvents } from '../changes/ConfirmChange.tsx';
import { MoveConfirmStep } from './MoveConfirmStep.tsx';
import { MoveDayStep } from './MoveDayStep.tsx';
import { MoveTimeStep } from './MoveTimeStep.tsx';

type MoveDialogProps = ChangeEvents & { session: Session; viewer: SessionRole; zone: string };
type Step = 'day' | 'time' | 'confirm';

/** Moves a session in three steps: day, time, confirmation. The session's own time counts as free. */
export function MoveDialog({ session, viewer, zone, ...events }: MoveDialogProps) {
  const [step, setStep] = useState<Step>('day');
  const [day, setDay] = useState<string | null>(null);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  /** Why the last choice did not work; the times below it are read anew. */
  const [refused, setRefused] = useState<'taken' | 'not-bookable'>();
  const chooseDay = (next: string) => {
    if (next !== day) setStartsAt(null);
    setDay(next);
  };
  const chooseTime = (next: string) => {
    setRefused(undefined);
    setStartsAt(next);
  };
  const refuse = (why: 'taken' | 'not-bookable') => {
    setRefused(why);
    setStep('time');
  };
  return (
    <Modal steady open title={words.title} onClose={events.onClose}>
      <div className="flex min-h-full flex-col gap-4">
        {step === 'day' && (
          <MoveDayStep
            session={session}
            zone={zone}
            day={day}
            onChoose={chooseDay}
            onNext={(chosen) => {
              chooseDay(chosen);
              setStep('time');
            }}
            onCancel={events.onClose}
          />
        )}
        {step === 'time' && day !== null && (
          <MoveTimeStep
            session={session}
            zone={zone}
            day={day}
            startsAt={startsAt}
            refused={refused}
            onChoose={chooseTime}
            onChooseDay={chooseDay}
            onNext={() => setStep('confirm')}
            onBack={() => setStep('day')}
          />
        )}
        {step === 'confirm' && startsAt !== null && (
          <MoveConfirmStep
            {...events}
            session={session}
            viewer={viewer}
            zone={zone}
            startsAt={startsAt}
            onRefused={refuse}
            onBack={() => setStep('time')}
          />
        )}
      </div>
    </Modal>
  );
}
