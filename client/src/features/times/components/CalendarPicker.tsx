import type { Duration } from '@serene/shared/scheduling';
import { useState } from 'react';
import { LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { monthKey } from '../../../lib/time/days.ts';
import { noonOf } from '../../../lib/time/noon.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useAvailableDates } from '../api/available-dates.ts';
import { useOpeningDay } from '../api/opening-day.ts';
import { useLiveTimes } from '../live/use-live-times.ts';
import { words } from '../words.ts';
import { BookingCalendar } from './BookingCalendar.tsx';
import { CalendarMonthEmpty } from './CalendarMonthEmpty.tsx';

export type CalendarPickerProps = {
  expertId: string;
  /** The date stands for a day: it is that day's noon in the zone shown. */
  onSelectDate: (date: Date) => void;
  selectedDate: Date | null;
  minDate?: Date;
  maxDate?: Date;
  /** A day is free if a session of this length fits. */
  duration?: Duration;
  /** The offer whose days are shown; the expert's hour where absent. */
  sessionTypeId?: string | undefined;
  /** The zone whose days are shown; the viewer's where absent. */
  timezone?: string | undefined;
  /** The viewer's own session that is to be moved: its days are free as well. */
  moving?: string | undefined;
};

/** The calendar of an expert's free days; it opens with the first month that has any. */
export function CalendarPicker({ expertId, onSelectDate, selectedDate, duration = 60, ...props }: CalendarPickerProps) {
  const viewer = useViewerZone();
  const zone = knownZone(props.timezone) ?? viewer.zone;
  const now = useOpeningTime();
  const first = props.minDate ?? now;
  const [shown, setShown] = useState<string>();
  const filter = { expertId, duration, sessionTypeId: props.sessionTypeId, timezone: zone, moving: props.moving };
  const isUndecided = shown === undefined && selectedDate === null;
  const opening = useOpeningDay({ ...filter, from: first, enabled: isUndecided });
  const month = shown ?? opening?.slice(0, 7) ?? monthKey(selectedDate ?? first, zone);
  const dates = useAvailableDates({ ...filter, month });
  useLiveTimes(expertId);
  const free = dates.isSuccess && !dates.isPlaceholderData ? dates.data.availableDates : undefined;
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
    <BookingCalendar
      selectedDate={selectedDate}
      onDateSelect={onSelectDate}
      availableDates={free}
      minDate={first}
      maxDate={props.maxDate}
      timezone={zone}
      month={month}
      onMonthChange={setShown}
    >
      {dates.isError ? (
        <LoadFailed title={words.monthFailed} error={dates.error} onRetry={() => void dates.refetch()} />
      ) : (
        free?.length === 0 && (
          <CalendarMonthEmpty
            month={noonOf(`${month}-01`, zone)}
            next={dates.data?.nextAvailableDate ?? null}
            zone={zone}
            onChoose={choose}
          />
        )
      )}
    </BookingCalendar>
  );
}
