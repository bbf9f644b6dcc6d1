import type { Duration } from '@serene/shared/scheduling';
import { addYears } from 'date-fns';
import { Info } from 'lucide-react';
import { useState } from 'react';
import { DayPicker } from 'react-day-picker';
import { LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { dayKey, monthKey } from '../../../lib/time/days.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { longDay, monthName, shortWeekday } from '../../../lib/time/format.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useAvailableDates } from '../api/available-dates.ts';
import { useOpeningDay } from '../api/opening-day.ts';
import { useLiveTimes } from '../live/use-live-times.ts';
import { words } from '../words.ts';
import './calendar.css';
import { CalendarMonthEmpty } from './CalendarMonthEmpty.tsx';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

export type CalendarPickerProps = {
  expertId: string;
  /** The date stands for a day: it is that day's noon in the zone shown. */
  onSelectDate: (date: Date) => void;
  selectedDate: Date | null;
  minDate?: Date;
  maxDate?: Date;
  /** A day is free if a session of this length fits. */
  duration?: Duration;
  /** The zone whose days are shown; the viewer's where absent. */
  timezone?: string | undefined;
  /** The viewer's own session that is to be moved: its days are free as well. */
  moving?: string | undefined;
};

/**
 * A month in which the days with free times can be chosen; it opens with the first that has any. While a month loads,
 * its grid stays and is closed.
 */
export function CalendarPicker({ expertId, onSelectDate, selectedDate, duration = 60, ...props }: CalendarPickerProps) {
  const viewer = useViewerZone();
  const zone = knownZone(props.timezone) ?? viewer.zone;
  const now = useOpeningTime();
  const first = props.minDate ?? now;
  const last = props.maxDate ?? addYears(now, 1);
  const [shown, setShown] = useState<string>();
  const filter = { expertId, duration, timezone: zone, moving: props.moving };
  const isUndecided = shown === undefined && selectedDate === null;
  const opening = useOpeningDay({ ...filter, from: first, enabled: isUndecided });
  const month = shown ?? opening?.slice(0, 7) ?? monthKey(selectedDate ?? first, zone);
  const dates = useAvailableDates({ ...filter, month });
  useLiveTimes(expertId);
  const isHere = dates.isSuccess && !dates.isPlaceholderData;
  const free = new Set(isHere ? dates.data.availableDates : []);
  const [firstDay, lastDay] = [dayKey(first, zone), dayKey(last, zone)];
  const isFree = (day: Date) => {
    const key = dayKey(day, zone);
    return free.has(key) && key >= firstDay && key <= lastDay;
  };
  const monthDate = noonOf(`${month}-01`, zone);
  const choose = (key: string) => {
    setShown(key.slice(0, 7));
    onSelectDate(noonOf(key, zone));
  };

  // Until it is known which month has free days, none is shown: it would be another one a moment later.
  if (isUndecided && opening === undefined && !dates.isError) {
    return (
      <Loading label={words.loadingMonth}>
        <Skeleton className="mx-auto h-96 max-w-96" />
      </Loading>
    );
  }
  return (
    <div className="flex flex-col items-center gap-3" aria-busy={!isHere && !dates.isError}>
      <DayPicker
        mode="single"
        required
        timeZone={zone}
        noonSafe
        navLayout="around"
        weekStartsOn={0}
        month={monthDate}
        onMonthChange={(next) => setShown(monthKey(next, zone))}
        today={now}
        startMonth={first}
        endMonth={last}
        selected={selectedDate ?? undefined}
        onSelect={(day) => onSelectDate(noonOf(dayKey(day, zone), zone))}
        disabled={(day) => !isFree(day)}
        formatters={{
          formatCaption: (day) => monthName(day, zone),
          formatWeekdayName: (day) => shortWeekday(day, zone),
        }}
        labels={{
          labelGrid: (day) => monthName(day, zone),
          labelPrevious: () => words.previousMonth,
          labelNext: () => words.nextMonth,
          // The row of weekdays is hidden from screen readers, so each label names its own.
          labelDayButton: (day, { today, selected, disabled }) =>
            [today && words.today, longDay(day, zone), disabled && words.noTimes, selected && words.selected]
              .filter(Boolean)
              .join(', '),
        }}
        footer={isHere ? words.daysFree(free.size, monthName(monthDate, zone)) : words.loadingMonth}
      />
      {dates.isError && (
        <LoadFailed title={words.monthFailed} error={dates.error} onRetry={() => void dates.refetch()} />
      )}
      {isHere && free.size === 0 && (
        <CalendarMonthEmpty month={monthDate} next={dates.data.nextAvailableDate} zone={zone} onChoose={choose} />
      )}
      <p className="flex items-start gap-2 text-small text-muted">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
        {words.calendarHint}
      </p>
      <p className="sr-only">{words.calendarKeys}</p>
    </div>
  );
}
