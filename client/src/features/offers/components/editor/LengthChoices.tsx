import { CircleX } from 'lucide-react';
import { useId } from 'react';
import { Checkbox } from '../../../../components/ui/index.ts';
import { hourlyFieldNames } from '../../field-words.ts';
import { lengthText } from '../../rule-text.ts';
import { hourWords as words } from '../../saving-words.ts';
import { idPrefix } from './section-props.ts';

type LengthChoicesProps = {
  choices: readonly number[];
  chosen: readonly number[];
  error?: string | undefined;
  onChange: (chosen: number[]) => void;
};

/** The lengths that customers choose from. */
export function LengthChoices({ choices, chosen, error, onChange }: LengthChoicesProps) {
  const id = useId();
  const set = (length: number, isOn: boolean) =>
    onChange(choices.filter((one) => (one === length ? isOn : chosen.includes(one))));
  return (
    <fieldset id={`${idPrefix}durations`} tabIndex={-1} aria-describedby={id} className="flex flex-col gap-1">
      <legend className="font-medium">{hourlyFieldNames.durations}</legend>
      <p id={id} className="text-small text-muted">
        {words.durationsHint}
      </p>
      <div className="flex flex-wrap gap-x-6">
        {choices.map((length) => (
          <Checkbox
            key={length}
            label={lengthText(length)}
            checked={chosen.includes(length)}
            onChange={(isOn) => set(length, isOn)}
          />
        ))}
      </div>
      {error !== undefined && (
        <p className="flex items-center gap-1 text-small font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
