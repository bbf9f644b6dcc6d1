import { type Duration, durations } from '@serene/shared/scheduling';
import { useId } from 'react';
import { RadioOption } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
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
  const offered = expert.durations ?? durations;
  return (
    <div className="flex flex-col gap-2">
      <h4 id={headingId} className="font-semibold">
        {words.duration}
      </h4>
      <div role="radiogroup" aria-labelledby={headingId} className="grid grid-cols-2 gap-2 md:grid-cols-4">
        {offered.map((minutes) => (
          <RadioOption
            key={minutes}
            name={headingId}
            checked={minutes === duration}
            onChoose={() => onChoose(minutes)}
            className="group gap-2 border border-control px-2 text-small tabular-nums hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-soft has-checked:font-semibold has-checked:text-on-primary-soft"
          >
            <span
              aria-hidden
              className="size-4 shrink-0 rounded-full border border-control group-has-checked:border-5 group-has-checked:border-primary"
            />
            {words.durationChoice(minutes, formatMoney(priceOf(expert, minutes), expert.currency))}
          </RadioOption>
        ))}
      </div>
    </div>
  );
}
