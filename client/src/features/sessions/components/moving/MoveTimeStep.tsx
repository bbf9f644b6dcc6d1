import type { Session } from '@serene/shared/contracts';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Alert, StepFooter, StepTitle } from '../../../../components/ui/index.ts';
import { noonOf } from '../../../../lib/time/noon.ts';
import { clockTimeWithZone, longDay, shortDayAndTime } from '../../../../lib/time/format.ts';
import { TimeSlotPicker, useChosenSlot } from '../../../times/index.ts';
import { words } from '../../move-words.ts';
import { offerTimesOf } from '../../offer-times.ts';
import { CurrentTime } from './CurrentTime.tsx';

type MoveTimeStepProps = {
  session: Session;
  zone: string;
  day: string;
  /** The chosen slot. */
  startsAt: string | null;
  /** Why the server refused it. */
  refused: 'taken' | 'not-bookable' | undefined;
  onChoose: (startsAt: string) => void;
  onChooseDay: (day: string) => void;
  onNext: () => void;
  onBack: () => void;
};

/** The new time of the chosen day. */
export function MoveTimeStep({ session, zone, day, startsAt, refused, onNext, onBack, ...on }: MoveTimeStepProps) {
  const [asked, setAsked] = useState(false);
  const date = noonOf(day, zone);
  const filter = offerTimesOf(session, zone);
  const chosen = useChosenSlot({ ...filter, date: day, startsAt });
  const isSame = chosen !== null && Date.parse(chosen) === Date.parse(session.startsAt);
  const problem = chosen === null ? words.chooseTime : isSame ? words.sameTime : undefined;
  return (
    <>
      <StepTitle title={words.steps.time} />
      <CurrentTime session={session} zone={zone} />
      <div className="flex flex-wrap items-center gap-x-2">
        <CalendarDays aria-hidden className="size-5 text-faint" />
        <span className="font-medium">{longDay(date, zone)}</span>
        <button
          type="button"
          aria-label={words.changeDay}
          className="min-h-11 px-2 text-link underline"
          onClick={onBack}
        >
          {words.change}
        </button>
      </div>
      {refused !== undefined && startsAt !== null && (
        <Refusal refused={refused} startsAt={startsAt} session={session} zone={zone} />
      )}
      <TimeSlotPicker
        {...filter}
        selectedDate={date}
        selectedTime={null}
        selectedStartsAt={refused === undefined ? startsAt : null}
        onSelectTime={() => setAsked(false)}
        onSelectSlot={(slot) => on.onChoose(slot.startsAt)}
        onSelectDay={on.onChooseDay}
      />
      <StepFooter
        problem={asked ? problem : undefined}
        back={{ label: words.back, onPress: onBack }}
        next={{
          label: words.next,
          onPress: () => (problem === undefined && refused === undefined ? onNext() : setAsked(true)),
        }}
      />
    </>
  );
}

type RefusalProps = { refused: 'taken' | 'not-bookable'; startsAt: string; session: Session; zone: string };

function Refusal({ refused, startsAt, session, zone }: RefusalProps) {
  const old = shortDayAndTime(session.startsAt, zone);
  return (
    <Alert tone="warn" live="assertive" title={refused === 'taken' ? words.taken : words.notBookable}>
      {refused === 'taken' ? words.takenText(clockTimeWithZone(startsAt, zone), old) : words.notBookableText(old)}
    </Alert>
  );
}
