import { Check, Hourglass } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { classNames } from '../../../lib/class-names.ts';
import { clockTime } from '../../../lib/time/format.ts';
import { zoneName } from '../../../lib/time/zones.ts';
import { words } from '../words.ts';

type SlotOptionProps = {
  startsAt: string;
  state: 'available' | 'booked' | 'held';
  duration: number;
  zone: string;
};

const looks: Record<SlotOptionProps['state'], string> = {
  available:
    'border border-primary bg-surface font-medium hover:bg-primary-soft data-[state=checked]:bg-primary data-[state=checked]:text-on-primary',
  booked: 'cursor-not-allowed bg-surface-2 text-muted',
  held: 'cursor-not-allowed border border-dashed border-warn-line bg-warn-soft text-warn',
};

/** One time: free, booked, or on hold for somebody else; told by words and icon, not by colour alone. */
export function SlotOption({ startsAt, state, duration, zone }: SlotOptionProps) {
  const start = clockTime(startsAt, zone);
  const end = clockTime(new Date(Date.parse(startsAt) + duration * 60_000), zone);
  return (
    <RadioGroup.Item
      value={startsAt}
      disabled={state !== 'available'}
      aria-label={`${words.slotName(start, end, zoneName(zone))}, ${words.slotLabel[state]}`}
      className={classNames(
        'flex min-h-11 flex-wrap items-center justify-center gap-x-1 rounded-control px-1 text-small leading-4 tabular-nums',
        looks[state],
      )}
    >
      <RadioGroup.Indicator>
        <Check aria-hidden className="size-4" />
      </RadioGroup.Indicator>
      {state === 'held' && <Hourglass aria-hidden className="size-3.5" />}
      <span className={state === 'booked' ? 'line-through' : ''}>{start}</span>
      {state !== 'available' && (
        <span className="w-full text-center text-caption">{state === 'booked' ? words.booked : words.onHold}</span>
      )}
    </RadioGroup.Item>
  );
}
