import type { Session } from '@serene/shared/contracts';
import { StepFooter, StepTitle } from '../../../../components/ui/index.ts';
import { dayKey } from '../../../../lib/time/days.ts';
import { noonOf } from '../../../../lib/time/noon.ts';
import { useOpeningTime } from '../../../../lib/time/server-clock.ts';
import { CalendarPicker, useOpeningDay } from '../../../times/index.ts';
import { words } from '../../move-words.ts';
import { offerTimesOf } from '../../offer-times.ts';
import { CurrentTime } from './CurrentTime.tsx';

type MoveDayStepProps = {
  session: Session;
  zone: string;
  /** The chosen day, `YYYY-MM-DD`. */
  day: string | null;
  onChoose: (day: string) => void;
  /** Goes on with the day that is shown as chosen. */
  onNext: (day: string) => void;
  onCancel: () => void;
};

/** The new day. The present one is chosen first, or the first free one where its times cannot be had any more. */
export function MoveDayStep({ session, zone, day, onChoose, onNext, onCancel }: MoveDayStepProps) {
  const openedAt = useOpeningTime();
  const present = dayKey(session.startsAt, zone);
  const filter = offerTimesOf(session, zone);
  const first = useOpeningDay({
    ...filter,
    from: openedAt,
    preferred: present,
    enabled: day === null,
  });
  const chosen = day ?? first ?? null;
  return (
    <>
      <StepTitle title={words.steps.day} />
      <CurrentTime session={session} zone={zone} />
      <CalendarPicker
        {...filter}
        selectedDate={chosen === null ? null : noonOf(chosen, zone)}
        onSelectDate={(date) => onChoose(dayKey(date, zone))}
      />
      <StepFooter
        back={{ label: words.cancel, leaves: true, onPress: onCancel }}
        next={{ label: words.next, onPress: () => onNext(chosen ?? present) }}
      />
    </>
  );
}
