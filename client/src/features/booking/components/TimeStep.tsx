import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { StepFooter } from '../../../components/ui/index.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { longDay } from '../../../lib/time/format.ts';
import { formatMoney } from '../../../lib/money.ts';
import { TimeSlotPicker, useChosenSlot } from '../../times/index.ts';
import { priceOf } from '../expert.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { DurationChoice } from './DurationChoice.tsx';
import { StepHeading } from './StepHeading.tsx';

/** Step 2: the length and the time. */
export function TimeStep({ expert, wizard, hold, zone, onZoneChange }: StepProps) {
  const { date, duration, selectedTimeSlot } = wizard.state;
  const [isMissing, setIsMissing] = useState(false);
  const filter = { expertId: expert.id, duration, timezone: zone };
  const chosen = useChosenSlot({ ...filter, date, startsAt: selectedTimeSlot });
  if (date === null) return null;
  const day = noonOf(date, zone);
  const goTo = (screen: 'select-date' | 'confirm') => wizard.dispatch({ type: 'went-to', screen });
  const next = () => {
    hold.forget();
    if (chosen === null) setIsMissing(true);
    else goTo('confirm');
  };
  return (
    <>
      <StepHeading step="select-time" />
      <div className="flex flex-wrap items-center gap-x-2">
        <CalendarDays aria-hidden className="size-5 text-faint" />
        <span className="font-medium">{longDay(day, zone)}</span>
        <button
          type="button"
          aria-label={words.changeDate}
          className="min-h-11 px-2 text-link underline"
          onClick={() => goTo('select-date')}
        >
          {words.change}
        </button>
      </div>
      <DurationChoice
        expert={expert}
        duration={duration}
        onChoose={(minutes) => wizard.dispatch({ type: 'duration-chosen', duration: minutes })}
      />
      <TimeSlotPicker
        {...filter}
        selectedDate={day}
        selectedTime={null}
        selectedStartsAt={selectedTimeSlot}
        onSelectTime={() => setIsMissing(false)}
        onSelectSlot={wizard.chooseSlot}
        onZoneChange={onZoneChange}
        onSelectDay={(next) => wizard.dispatch({ type: 'date-chosen', date: next })}
      />
      <StepFooter
        total={words.total(formatMoney(priceOf(expert, duration), expert.currency), duration)}
        problem={isMissing && chosen === null ? words.chooseTime : undefined}
        back={{ label: words.back, onPress: () => goTo('select-date') }}
        next={{ label: words.next, onPress: next }}
      />
    </>
  );
}
