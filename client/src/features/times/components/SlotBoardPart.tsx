import { Coffee } from 'lucide-react';
import { clockTimes } from '../../../lib/time/format.ts';
import type { DayPart, SlotRow } from '../slots.ts';
import { words } from '../words.ts';
import { SlotOption, type SlotGroup } from './SlotOption.tsx';

type SlotBoardPartProps = {
  group: SlotGroup;
  part: DayPart;
  rows: readonly SlotRow[];
  zone: string;
  /** Whether the times of another day are on their way. */
  isBusy: boolean;
};

/** Morning, afternoon or evening: its slots in a grid, its breaks as full rows between them. */
export function SlotBoardPart({ group, part, rows, zone, isBusy }: SlotBoardPartProps) {
  return (
    // What stands there until the chosen day arrives is the day before it, and must not be booked by a quick tap.
    <fieldset disabled={isBusy}>
      <legend className="mb-2 text-small font-medium text-muted">{words.parts[part]}</legend>
      <div className="grid grid-cols-3 gap-2 md:grid-cols-4">
        {rows.map((row) =>
          row.kind === 'slot' ? (
            <SlotOption key={row.startTime} group={group} {...row} zone={zone} />
          ) : (
            <p
              key={row.from}
              className="col-span-full flex min-h-9 items-center gap-2 rounded-control bg-surface-2 px-3 text-small text-muted"
            >
              <Coffee aria-hidden className="size-4 shrink-0" />
              {words.breakRow(...clockTimes(row.from, row.to, zone))}
            </p>
          ),
        )}
      </div>
    </fieldset>
  );
}
