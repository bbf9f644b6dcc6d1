import { CircleX } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { RadioOption } from './RadioOption.tsx';

type Option<Value extends string> = {
  value: Value;
  label: string;
  /** What choosing it means. */
  hint?: string;
  /** Stands in place of the circle. */
  mark?: ReactNode;
};

type RadioGroupProps<Value extends string> = {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Of the chosen option, so that a summary of faults can lead to it. */
  id?: string;
  hint?: string;
  error?: string | undefined;
};

const dot = (
  <span
    aria-hidden
    className="size-4 shrink-0 rounded-full border border-control group-has-checked:border-5 group-has-checked:border-primary"
  />
);

/** One choice out of a few, all in view. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, onChange, id, hint, error } = props;
  const name = useId();
  const described = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={described.join(' ') || undefined}
      aria-invalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <p id={`${name}-label`} className="font-medium">
        {label}
      </p>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      <div
        className={
          options.some((option) => option.hint !== undefined)
            ? 'grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-2'
            : 'flex flex-wrap gap-2'
        }
      >
        {options.map((option) => (
          <RadioOption
            key={option.value}
            {...(option.value === value && id !== undefined && { id })}
            name={name}
            checked={option.value === value}
            onChoose={() => onChange(option.value)}
            className={classNames(
              'group justify-start! gap-2 border border-control bg-surface px-4 hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-soft has-checked:text-on-primary-soft',
              option.hint !== undefined && 'py-2',
            )}
          >
            {option.mark ?? dot}
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              {option.hint !== undefined && <span className="block text-small text-muted">{option.hint}</span>}
            </span>
          </RadioOption>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${name}-error`} className="flex items-center gap-1 text-small font-medium text-bad">
          <CircleX aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
