import type { Slot, TimeSlot } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';
import { minuteMs } from '@serene/shared/time';
import { useEffect, useId } from 'react';
import { LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { announce } from '../../../lib/announce.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { longDay } from '../../../lib/time/format.ts';
import { describeZone, knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useAvailability } from '../api/availability.ts';
import { useLiveTimes } from '../live/use-live-times.ts';
import { words } from '../words.ts';
import { DayEmpty } from './DayEmpty.tsx';
import { TimeSlotSelector } from './TimeSlotSelector.tsx';
import { TimezoneSelector } from './TimezoneSelector.tsx';

export type TimeSlotPickerProps = {
  expertId: string;
  selectedDate: Date;
  duration: Duration;
  /** The wall clock of the chosen slot, `HH:mm`, in the zone shown. */
  onSelectTime: (time: string) => void;
  selectedTime: string | null;
  /** The zone of date and times; the viewer's where absent. */
  timezone?: string | undefined;
  /** Called with the whole slot beside `onSelectTime`: twice a year one wall clock names two slots. */
  onSelectSlot?: (slot: Slot) => void;
  /** The instant of the chosen slot, also when it has ceased to be free; it wins over `selectedTime`. */
  selectedStartsAt?: string | null;
  /** Offers the next free day on a day without free times. */
  onSelectDay?: (day: string) => void;
  /** The offer whose times are shown; the expert's hour where absent. */
  sessionTypeId?: string | undefined;
  /** The viewer's own session that is to be moved: its time is free as well. */
  moving?: string | undefined;
  /** Offers another zone. */
  onZoneChange?: (zone: string) => void;
};

/** The times of a day as one group of radio buttons: arrows choose, and choosing costs nothing yet. */
export function TimeSlotPicker({ expertId, selectedDate, duration, onSelectTime, ...props }: TimeSlotPickerProps) {
  const viewer = useViewerZone();
  const zone = knownZone(props.timezone) ?? viewer.zone;
  const headingId = useId();
  const { data, error, isPending, isPlaceholderData, refetch } = useAvailability({
    expertId,
    date: dayKey(selectedDate, zone),
    duration,
    timezone: zone,
    sessionTypeId: props.sessionTypeId,
    moving: props.moving,
  });
  useLiveTimes(expertId);
  const day = longDay(selectedDate, zone);
  const slots = data?.availableSlots ?? [];
  const free = data === undefined || isPlaceholderData ? undefined : slots.filter((slot) => slot.available).length;
  useEffect(() => {
    if (free !== undefined) announce(free === 0 ? words.dayEmpty(day) : words.timesFree(free, day));
  }, [free, day]);

  const select = ({ startTime }: TimeSlot) => {
    const slot = slots.find((candidate) => candidate.startsAt === startTime);
    if (slot === undefined) return;
    onSelectTime(slot.time);
    props.onSelectSlot?.(slot);
  };
  const selected = props.selectedStartsAt ?? slots.find((slot) => slot.time === props.selectedTime)?.startsAt ?? null;

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h4 id={headingId} className="font-semibold">
        {words.availableSlots}
      </h4>
      {props.onZoneChange === undefined ? (
        <p className="text-small text-muted">{words.timesIn(describeZone(zone, selectedDate))}</p>
      ) : (
        <div className="-mt-3 -mb-2">
          <TimezoneSelector value={zone} onChange={props.onZoneChange} at={selectedDate} />
        </div>
      )}
      {isPending && (
        <Loading label={words.loadingTimes}>
          <div className="grid grid-cols-3 gap-2 md:grid-cols-4">
            {[0, 1, 2, 3, 4, 5, 6, 7].map((place) => (
              <Skeleton key={place} className="h-11" />
            ))}
          </div>
        </Loading>
      )}
      {error !== null && data === undefined && (
        <LoadFailed title={words.timesFailed} error={error} onRetry={() => void refetch()} />
      )}
      <TimeSlotSelector
        timeSlots={slots.map((slot) => timeSlotOf(slot, duration))}
        onSelect={select}
        selected={data === undefined ? null : selected}
        timezone={zone}
        headingId={headingId}
        isBusy={isPlaceholderData}
      />
      {free === 0 && (
        <DayEmpty day={day} next={data?.nextAvailableDate ?? null} zone={zone} onChoose={props.onSelectDay} />
      )}
    </section>
  );
}

function timeSlotOf({ startsAt, available, reason }: Slot, minutes: number): TimeSlot {
  const endTime = new Date(Date.parse(startsAt) + minutes * minuteMs).toISOString();
  return { startTime: startsAt, endTime, available, ...(reason === undefined ? {} : { reason }) };
}
