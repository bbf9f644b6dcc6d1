import type { TimeSlot } from '@serene/shared/contracts';
import { minuteMs } from '@serene/shared/time';
import { Alert, Button } from '../../../components/ui/index.ts';
import { clockTime } from '../../../lib/time/format.ts';
import { nearestFree } from '../slots.ts';
import { words } from '../words.ts';

type LostSlotProps = {
  /** The start that was chosen. */
  startTime: string;
  timeSlots: readonly TimeSlot[];
  zone: string;
  onSelect: (slot: TimeSlot) => void;
};

const offered = 3;

/** The chosen time is not free any more: why, and the times of the day that come closest to it. */
export function LostSlot({ startTime, timeSlots, zone, onSelect }: LostSlotProps) {
  const reason = timeSlots.find((slot) => slot.startTime === startTime)?.reason;
  const nearest = nearestFree(timeSlots, startTime, offered);
  return (
    <Alert
      tone="warn"
      live="assertive"
      title={reason === 'booked' || reason === 'held' ? words.noLongerFree : words.doesNotFit(minutesOf(timeSlots))}
      actions={
        nearest.length > 0 && (
          <>
            <p className="w-full">{words.nearest}</p>
            {nearest.map((slot) => (
              <Button key={slot.startTime} variant="secondary" onClick={() => onSelect(slot)}>
                {clockTime(slot.startTime, zone)}
              </Button>
            ))}
          </>
        )
      }
    />
  );
}

function minutesOf([slot]: readonly TimeSlot[]): number {
  return slot === undefined ? 0 : (Date.parse(slot.endTime) - Date.parse(slot.startTime)) / minuteMs;
}
