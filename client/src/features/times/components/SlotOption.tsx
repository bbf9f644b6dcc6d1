import { Check, Hourglass } from 'lucide-react';
import { RadioOption } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import { clockTime, clockTimes } from '../../../lib/time/format.ts';
import { zoneName } from '../../../lib/time/zones.ts';
import { words } from '../words.ts';

/** What the times of a day share: they are one group. */
export type SlotGroup = { name: string; selected: string | null; onChoose: (startTime: string) => void };

type SlotOptionProps = {
  group: SlotGroup;
  startTime: string;
  endTime: string;
  state: 'available' | 'booked' | 'held';
  zone: string;
};

const looks: Record<SlotOptionProps['state'], string> = {
  available:
    'border border-primary bg-surface font-medium hover:bg-primary-soft has-checked:bg-primary has-checked:text-on-primary',
  booked: 'cursor-not-allowed bg-surface-2 text-muted',
  held: 'cursor-not-allowed border border-dashed border-warn-line bg-warn-soft text-warn',
};

/** One time: free, booked, or on hold for somebody else; told by words and icon, not by colour alone. */
export function SlotOption({ group, startTime, endTime, state, zone }: SlotOptionProps) {
  const isSelected = group.selected === startTime;
  const [start, end] = clockTimes(startTime, endTime, zone);
  return (
    <RadioOption
      name={group.name}
      checked={isSelected}
      disabled={state !== 'available'}
      label={`${words.slotName(start, end, zoneName(zone))}, ${words.slotLabel[state]}`}
      onChoose={() => group.onChoose(startTime)}
      className={classNames('flex-wrap gap-x-1 px-1 text-small leading-4 tabular-nums', looks[state])}
    >
      {isSelected && <Check aria-hidden className="size-4" />}
      {state === 'held' && <Hourglass aria-hidden className="size-3.5" />}
      <span className={state === 'booked' ? 'line-through' : ''}>{clockTime(startTime, zone)}</span>
      {state !== 'available' && (
        <span className="w-full text-center text-caption">{state === 'booked' ? words.booked : words.onHold}</span>
      )}
    </RadioOption>
  );
}
