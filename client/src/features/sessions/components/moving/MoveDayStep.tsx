import type { Session } from '@serene/shared/contracts';
import { StepFooter, StepTitle } from '../../../../components/ui/index.ts';
import { dayKey } from '../../../../lib/time/days.ts';
import { noonOf } from '../../../../lib/time/noon.ts';
import { CalendarPicker, durationOf } from '../../../times/index.ts';
import { words } from '../../move-words.ts';
import { CurrentTime } from './CurrentTime.tsx';

type MoveDayStepProps = {
  session: Session;
  zone: string;
  /** The chosen day, `YYYY-MM-DD`. */
  day: string;
  onChoose: (day: string) => void;
  onNext: () => void;
  onCancel: () => void;
};

/** The new day; the present one is chosen first. */
export function MoveDayStep({ session, zone, day, onChoose, onNext, onCancel }: MoveDayStepProps) {
  return (
    <>
      <StepTitle title={words.steps.day} />
      <CurrentTime session={session} zone={zone} />
      <CalendarPicker
        expertId={session.expert.id}
        duration={durationOf(session.duration)}
        timezone={zone}
        moving={session.id}
        selectedDate={noonOf(day, zone)}
        onSelectDate={(date) => onChoose(dayKey(date, zone))}
      />
      <StepFooter
        back={{ label: words.cancel, leaves: true, onPress: onCancel }}
        next={{ label: words.next, onPress: onNext }}
      />
    </>
  );
}
