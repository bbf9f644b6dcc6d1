import { CircleX } from 'lucide-react';
import { useId } from 'react';
import { RadioOption, SelectField } from '../../../components/ui/index.ts';
import { words } from '../details-words.ts';

type ChoiceFieldProps = {
  id: string;
  label: string;
  /** What is chosen, and how it reads. */
  choices: readonly { value: string; text: string }[];
  value: string;
  /** Whether nothing can be chosen again. */
  optional: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** As many as are taken in at a glance; more become a list. */
const mostRadios = 6;

/** One of several: radio buttons, or a list where there are many. */
export function ChoiceField({ id, label, choices, value, optional, error, onChange }: ChoiceFieldProps) {
  const name = useId();
  if (choices.length > mostRadios || optional) {
    return (
      <SelectField
        id={id}
        label={label}
        value={value}
        error={error}
        required={!optional}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{words.choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </SelectField>
    );
  }
  const errorId = `${id}-error`;
  return (
    <div
      role="radiogroup"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? undefined : errorId}
      aria-invalid={error !== undefined}
      aria-required
      className="flex flex-col gap-1"
    >
      <p id={`${id}-label`} className="font-medium">
        {label}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <RadioOption
            key={choice.value}
            name={name}
            checked={choice.value === value}
            onChoose={() => onChange(choice.value)}
            className="group justify-start! gap-3 border border-control px-3 py-2 hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-soft has-checked:font-semibold has-checked:text-on-primary-soft"
          >
            <span
              aria-hidden
              className="size-4 shrink-0 rounded-full border border-control group-has-checked:border-5 group-has-checked:border-primary"
            />
            <span className="min-w-0 wrap-anywhere">{choice.text}</span>
          </RadioOption>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className="flex items-center gap-1 text-small font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
