import type { TimeSlot } from '@serene/shared/contracts';
import { Suspense, useId } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { knownZone } from '../../../lib/time/zones.ts';
import { lazyPart } from '../../../lib/lazy-part.ts';
import { useViewerZone } from '../../auth/index.ts';
import { arrangeSlots } from '../slots.ts';
import { words } from '../words.ts';
import { SlotBoardPart } from './SlotBoardPart.tsx';

// Seldom met, so it comes when it is.
const LostSlot = lazyPart(async () => (await import('./LostSlot.tsx')).LostSlot);

export type TimeSlotSelectorProps = {
  /** The starts of a day, free or not. */
  timeSlots: readonly TimeSlot[];
  onSelect: (slot: TimeSlot) => void;
  /** The start of the chosen one, also when it has ceased to be free. */
  selected?: string | null | undefined;
  /** The zone of the times; the viewer's where absent. */
  timezone?: string | undefined;
  /** The id of the heading that names them. */
  headingId?: string | undefined;
  /** Whether others are on their way: these stay, and none of them can be chosen. */
  isBusy?: boolean;
};

/** The times of a day by its parts, as one group of radio buttons: arrows choose, and choosing costs nothing yet. */
export function TimeSlotSelector({
  timeSlots,
  onSelect,
  selected = null,
  isBusy = false,
  ...props
}: TimeSlotSelectorProps) {
  const name = useId();
  const viewer = useViewerZone();
  const zone = knownZone(props.timezone) ?? viewer.zone;
  const { parts, hasPast, hasTooSoon } = arrangeSlots(timeSlots, zone);
  const free = timeSlots.filter((slot) => slot.available);
  const chosen = free.find((slot) => slot.startTime === selected);
  const group = {
    name,
    selected: chosen?.startTime ?? null,
    onChoose: (startTime: string) => {
      const slot = free.find((candidate) => candidate.startTime === startTime);
      if (slot !== undefined) onSelect(slot);
    },
  };
  return (
    <>
      {selected !== null && chosen === undefined && !isBusy && (
        <Suspense>
          <LostSlot startTime={selected} timeSlots={timeSlots} zone={zone} onSelect={onSelect} />
        </Suspense>
      )}
      {hasPast && <p className="text-small text-muted">{words.earlierPassed}</p>}
      {hasTooSoon && <p className="text-small text-muted">{words.tooSoon}</p>}
      {parts.length > 0 && (
        <div
          role="radiogroup"
          aria-label={props.headingId === undefined ? words.availableSlots : undefined}
          aria-labelledby={props.headingId}
          aria-busy={isBusy}
          className={classNames('flex flex-col gap-4', isBusy && 'opacity-60')}
        >
          {parts.map(({ part, rows }) => (
            <SlotBoardPart key={part} group={group} part={part} rows={rows} zone={zone} isBusy={isBusy} />
          ))}
        </div>
      )}
    </>
  );
}
