import { addYears } from 'date-fns';
import { Info } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { DayPicker } from 'react-day-picker';
import { dayKey, monthKey } from '../../../lib/time/days.ts';
import { longDay, monthName, shortWeekday } from '../../../lib/time/format.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../../auth/index.ts';
import { words } from '../words.ts';
import './calendar.css';

export type BookingCalendarProps = {
  selectedDate: Date | null;
  /** The date stands for a day: it is that day's noon in the zone shown. */
  onDateSelect: (date: Date) => void;
  /** The days that can be chosen, `YYYY-MM-DD`; undefined while they are on their way. */
  availableDates: readonly string[] | undefined;
  minDate?: Date | undefined;
  maxDate?: Date | undefined;
  /** The zone whose days are shown; the viewer's where absent. */
  timezone?: string | undefined;
  /** The month shown, `YYYY-MM`, where the caller decides it. */
  month?: string | undefined;
  onMonthChange?: (month: string) => void;
  /** What stands below the grid of a month that has none, or could not be loaded. */
  children?: ReactNode;
};

/** A month in which some days can be chosen. While they are on their way, the grid stays and is closed. */
export function BookingCalendar({
  selectedDate,
  onDateSelect,
  availableDates,
  children,
  ...props
}: BookingCalendarProps) {
  const viewer = useViewerZone();
  const zone = knownZone(props.timezone) ?? viewer.zone;
  const now = useOpeningTime();
  const first = props.minDate ?? now;
  const last = props.maxDate ?? addYears(now, 1);
  const [own, setOwn] = useState<string>();
  const month = props.month ?? own ?? monthKey(selectedDate ?? first, zone);
  const monthDate = noonOf(`${month}-01`, zone);
  const free = new Set(availableDates);
  const isBusy = availableDates === undefined && !children;
  const [firstDay, lastDay] = [dayKey(first, zone), dayKey(last, zone)];
  const isFree = (day: Date) => {
    const key = dayKey(day, zone);
    return free.has(key) && key >= firstDay && key <= lastDay;
  };
  return (
    <div className="flex flex-col items-center gap-3" aria-busy={isBusy}>
      <DayPicker
        mode="single"
        required
        timeZone={zone}
        noonSafe
        navLayout="around"
        weekStartsOn={0}
        month={monthDate}
        onMonthChange={(next) => {
          const key = monthKey(next, zone);
          setOwn(key);
          props.onMonthChange?.(key);
        }}
        today={now}
        startMonth={first}
        endMonth={last}
        selected={selectedDate ?? undefined}
        onSelect={(day) => onDateSelect(noonOf(dayKey(day, zone), zone))}
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
        footer={availableDates ? words.daysFree(free.size, monthName(monthDate, zone)) : isBusy && words.loadingMonth}
      />
      {children}
      <p className="flex items-start gap-2 text-small text-muted">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
        {words.calendarHint}
      </p>
      <p className="sr-only">{words.calendarKeys}</p>
    </div>
  );
}
