import { useState } from 'react';
import { StepFooter } from '../../../components/ui/index.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { CalendarPicker, TimezoneSelector, useOpeningDay } from '../../times/index.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { StepHeading } from './StepHeading.tsx';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

/** Step 1: the day. The first free one is chosen until the customer chooses another. */
export function DateStep({ expert, wizard, zone, onZoneChange, onCancel }: StepProps) {
  const { date, duration } = wizard.state;
  const openedAt = useOpeningTime();
  const [isMissing, setIsMissing] = useState(false);
  const first = useOpeningDay({
    expertId: expert.id,
    duration,
    timezone: zone,
    from: openedAt,
    enabled: date === null,
  });
  const chosen = date ?? first ?? null;
  const selected = chosen === null ? null : noonOf(chosen, zone);
  const next = () => {
    if (chosen === null) {
      setIsMissing(true);
      return;
    }
    wizard.dispatch({ type: 'date-chosen', date: chosen });
    wizard.dispatch({ type: 'went-to', screen: 'select-time' });
  };
  return (
    <>
      <StepHeading step="select-date" />
      <CalendarPicker
        expertId={expert.id}
        duration={duration}
        timezone={zone}
        selectedDate={selected}
        onSelectDate={(day) => wizard.dispatch({ type: 'date-chosen', date: dayKey(day, zone) })}
      />
      <TimezoneSelector value={zone} onChange={onZoneChange} at={selected ?? undefined} />
      <StepFooter
        problem={isMissing && chosen === null ? words.chooseDate : undefined}
        back={{ label: words.cancel, leaves: true, onPress: onCancel }}
        next={{ label: words.next, onPress: next }}
      />
    </>
  );
}
