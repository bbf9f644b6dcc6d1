import type { Duration } from '@serene/shared/contracts';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { formatMoney } from '../../../lib/money.ts';
import { knownDurations } from '../../times/index.ts';
import { priceOf, type BookableExpert } from '../expert.ts';
import { words } from '../words.ts';

type DurationChoiceProps = {
  expert: BookableExpert;
  duration: Duration;
  onChoose: (duration: Duration) => void;
};

/** The lengths the expert offers, each with its price. */
export function DurationChoice({ expert, duration, onChoose }: DurationChoiceProps) {
  const headingId = useId();
  const offered = expert.durations ?? knownDurations;
  const choose = (value: string) => {
    const chosen = offered.find((minutes) => String(minutes) === value);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <div className="flex flex-col gap-2">
      <h4 id={headingId} className="font-semibold">
        {words.duration}
      </h4>
      <RadioGroup.Root
        aria-labelledby={headingId}
        value={String(duration)}
        onValueChange={choose}
        className="grid grid-cols-2 gap-2 md:grid-cols-4"
      >
        {offered.map((minutes) => (
          <RadioGroup.Item
            key={minutes}
            value={String(minutes)}
            className="group flex min-h-11 items-center justify-center gap-2 rounded-control border border-control px-2 text-small tabular-nums hover:bg-surface-2 data-[state=checked]:border-primary data-[state=checked]:bg-primary-soft data-[state=checked]:font-semibold data-[state=checked]:text-on-primary-soft"
          >
            <span
              aria-hidden
              className="size-4 shrink-0 rounded-full border border-control group-data-[state=checked]:border-5 group-data-[state=checked]:border-primary"
            />
            {words.durationChoice(minutes, formatMoney(priceOf(expert, minutes), expert.currency))}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
