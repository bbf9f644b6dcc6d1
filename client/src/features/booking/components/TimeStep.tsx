import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '../../../components/ui/index.ts';
import { noonOf } from '../../../lib/time/days.ts';
import { longDay } from '../../../lib/time/format.ts';
import { formatMoney } from '../../../lib/money.ts';
import { useAvailability } from '../api/availability.ts';
import { priceOf } from '../expert.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { DurationChoice } from './DurationChoice.tsx';
import { StepFooter } from './StepFooter.tsx';
import { StepHeading } from './StepHeading.tsx';
import { TimeSlotPicker } from './TimeSlotPicker.tsx';

/** Step 2: the length and the time. */
export function TimeStep({ expert, wizard, hold, zone, onZoneChange }: StepProps) {
  const { date, duration } = wizard.state;
  const [isMissing, setIsMissing] = useState(false);
  const { chosen, lost } = useChosenSlot({ expertId: expert.id, wizard, zone });
  if (date === null) return null;
  const day = noonOf(date, zone);
  const goTo = (step: 'select-date' | 'confirm') => wizard.dispatch({ type: 'went-to', step });
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
          aria-label={words.changeOf(words.date)}
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
      {lost !== undefined && (
        <Alert tone="warn" live="assertive">
          {lost}
        </Alert>
      )}
      <TimeSlotPicker
        expertId={expert.id}
        selectedDate={day}
        duration={duration}
        timezone={zone}
        selectedTime={null}
        selectedStartsAt={chosen}
        onSelectTime={() => setIsMissing(false)}
        onSelectSlot={wizard.chooseSlot}
        onZoneChange={onZoneChange}
        onSelectDay={(next) => wizard.dispatch({ type: 'date-chosen', date: next })}
      />
      <StepFooter
        total={`${formatMoney(priceOf(expert, duration), expert.currency)} · ${duration} min`}
        problem={isMissing && chosen === null ? words.chooseTime : undefined}
        back={{ label: words.back, onPress: () => goTo('select-date') }}
        next={{ label: words.next, onPress: next }}
      />
    </>
  );
}

type ChosenSlotUse = { expertId: string } & Pick<StepProps, 'wizard' | 'zone'>;

/** The chosen slot, unless it has ceased to be free: then why. Somebody was faster, or the new length does not fit. */
function useChosenSlot({ expertId, wizard, zone }: ChosenSlotUse): { chosen: string | null; lost?: string } {
  const { date, duration, startsAt } = wizard.state;
  const { data, isPlaceholderData } = useAvailability({ expertId, date: date ?? '', duration, timezone: zone });
  if (startsAt === null || data === undefined || isPlaceholderData) return { chosen: startsAt };
  const slot = data.availableSlots.find((candidate) => candidate.startsAt === startsAt);
  if (slot?.available === true) return { chosen: startsAt };
  const isTaken = slot?.reason === 'booked' || slot?.reason === 'held';
  return { chosen: null, lost: isTaken ? words.noLongerFree : words.doesNotFit(duration) };
}
