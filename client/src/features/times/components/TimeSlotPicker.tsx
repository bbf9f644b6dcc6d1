import type { Slot } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';
import { useEffect, useId } from 'react';
import { LoadFailed, Loading, Skeleton, ZonePicker } from '../../../components/ui/index.ts';
import { announce } from '../../../lib/announce.ts';
import { classNames } from '../../../lib/class-names.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { longDay } from '../../../lib/time/format.ts';
import { describeZone, knownZone } from '../../../lib/time/zones.ts';
import { useViewerZone, ZoneLine } from '../../auth/index.ts';
import { useAvailability } from '../api/availability.ts';
import { useLiveTimes } from '../live/use-live-times.ts';
import { arrangeSlots } from '../slots.ts';
import { words } from '../words.ts';
import { DayEmpty } from './DayEmpty.tsx';
import { SlotBoardPart } from './SlotBoardPart.tsx';

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
  /** The instant of the chosen slot; it wins over `selectedTime`. */
  selectedStartsAt?: string | null;
  /** Offers the next free day on a day without free times. */
  onSelectDay?: (day: string) => void;
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
    moving: props.moving,
  });
  useLiveTimes(expertId);
  const day = longDay(selectedDate, zone);
  const board = data && arrangeSlots(data.availableSlots, zone);
  const free = isPlaceholderData ? undefined : board?.free;
  useEffect(() => {
    if (free !== undefined) announce(free === 0 ? words.dayEmpty(day) : words.timesFree(free, day));
  }, [free, day]);

  const select = (startsAt: string) => {
    const slot = data?.availableSlots.find((candidate) => candidate.startsAt === startsAt);
    if (slot === undefined) return;
    onSelectTime(slot.time);
    props.onSelectSlot?.(slot);
  };
  const selected =
    props.selectedStartsAt ?? data?.availableSlots.find((slot) => slot.time === props.selectedTime)?.startsAt ?? null;
  const group = { name: headingId, selected, onChoose: select };

  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h4 id={headingId} className="font-semibold">
        {words.availableSlots}
      </h4>
      {props.onZoneChange === undefined ? (
        <p className="text-small text-muted">{words.timesIn(describeZone(zone, selectedDate))}</p>
      ) : (
        <ZoneLine>
          <p className="-mt-3 -mb-2 flex flex-wrap items-center text-small text-muted">
            {words.zoneNote}
            <ZonePicker zone={zone} onChange={props.onZoneChange} at={selectedDate} />
          </p>
        </ZoneLine>
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
      {board?.hasPast === true && <p className="text-small text-muted">{words.earlierPassed}</p>}
      {board?.hasTooSoon === true && <p className="text-small text-muted">{words.tooSoon}</p>}
      {board && board.parts.length > 0 && (
        <div
          role="radiogroup"
          aria-labelledby={headingId}
          aria-busy={isPlaceholderData}
          className={classNames('flex flex-col gap-4', isPlaceholderData && 'opacity-60')}
        >
          {board.parts.map(({ part, rows }) => (
            <SlotBoardPart key={part} group={group} part={part} rows={rows} duration={duration} zone={zone} />
          ))}
        </div>
      )}
      {free === 0 && (
        <DayEmpty day={day} next={data?.nextAvailableDate ?? null} zone={zone} onChoose={props.onSelectDay} />
      )}
    </section>
  );
}
