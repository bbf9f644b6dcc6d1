import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { StepFooter } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import { formatMoney } from '../../../lib/money.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { longDay } from '../../../lib/time/format.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { CalendarPicker, TimeSlotPicker, TimezoneSelector, useChosenSlot, useOpeningDay } from '../../times/index.ts';
import { ChangeButton } from '../components/ChangeButton.tsx';
import { DurationChoice } from '../components/DurationChoice.tsx';
import { words as booking } from '../words.ts';
import { MembersNotice } from './MembersNotice.tsx';
import { isNarrow } from './narrow.ts';
import type { BookingPageState } from './use-booking-page.ts';

/** Tab 2: the day and the time, side by side where there is room; on a phone one after the other. */
export function TimeTab({ page }: { page: BookingPageState }) {
  const { expert, bookable, wizard, hold, zone, changeZone } = page;
  const { date, duration, sessionType, selectedTimeSlot, screen } = wizard.state;
  const openedAt = useOpeningTime();
  const [problem, setProblem] = useState<string>();
  const filter = { expertId: expert.id, duration, sessionTypeId: sessionType?.id, timezone: zone };
  const first = useOpeningDay({ ...filter, from: openedAt, enabled: date === null });
  const day = date ?? first ?? null;
  const noon = day === null ? null : noonOf(day, zone);
  const free = useChosenSlot({ ...filter, date: day, startsAt: selectedTimeSlot });
  const showTimes = () => wizard.dispatch({ type: 'went-to', screen: 'select-time' });
  const chooseDay = (next: string) => {
    setProblem(undefined);
    wizard.dispatch({ type: 'date-chosen', date: next });
  };
  const next = () => {
    hold.forget();
    if (day === null) {
      setProblem(booking.chooseDate);
      return;
    }
    wizard.dispatch({ type: 'date-chosen', date: day });
    if (free !== null) wizard.dispatch({ type: 'went-to', screen: 'confirm' });
    else if (screen !== 'select-time' && isNarrow()) showTimes();
    else setProblem(booking.chooseTime);
  };
  const onTimes = screen === 'select-time';
  return (
    <>
      <MembersNotice page={page} />
      {sessionType === null && (
        <DurationChoice
          expert={bookable}
          duration={duration}
          onChoose={(minutes) => wizard.dispatch({ type: 'duration-chosen', duration: minutes })}
        />
      )}
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className={classNames('flex flex-col gap-3', onTimes && 'max-md:hidden')}>
          <CalendarPicker
            {...filter}
            selectedDate={noon}
            onSelectDate={(chosen) => {
              chooseDay(dayKey(chosen, zone));
              // A day that is tapped opens its times, which have no room below the calendar.
              if (isNarrow()) showTimes();
            }}
          />
          <div className={classNames(day !== null && 'md:hidden')}>
            <TimezoneSelector value={zone} onChange={changeZone} at={noon ?? undefined} />
          </div>
        </div>
        {noon !== null && (
          <div className={classNames('flex flex-col gap-3', !onTimes && 'max-md:hidden')}>
            <p className="flex flex-wrap items-center gap-x-2 font-medium">
              <CalendarDays aria-hidden className="size-5 text-faint" />
              {longDay(noon, zone)}
              <span className="md:hidden">
                <ChangeButton
                  label={booking.changeDate}
                  onPress={() => wizard.dispatch({ type: 'went-to', screen: 'select-date' })}
                />
              </span>
            </p>
            <TimeSlotPicker
              {...filter}
              selectedDate={noon}
              selectedTime={null}
              selectedStartsAt={selectedTimeSlot}
              onSelectTime={() => setProblem(undefined)}
              onSelectSlot={wizard.chooseSlot}
              onZoneChange={changeZone}
              onSelectDay={chooseDay}
            />
          </div>
        )}
      </div>
      <StepFooter
        total={booking.total(formatMoney(hold.price, hold.currency), duration)}
        problem={problem}
        back={{
          label: booking.back,
          onPress: () => wizard.dispatch({ type: 'went-to', screen: 'select-type' }),
        }}
        next={{ label: booking.next, onPress: next }}
      />
    </>
  );
}
