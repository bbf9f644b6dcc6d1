import { Check } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { useId, type ReactNode } from 'react';

type CheckboxProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What it is called where the label does not say it all. */
  name?: string;
  hint?: string;
};

/** Something that holds or does not, with its label beside it. */
export function Checkbox({ label, checked, onChange, name, hint }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex flex-col">
      <div className="flex min-h-11 items-center gap-3">
        <RadixCheckbox.Root
          id={id}
          aria-label={name}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          checked={checked}
          onCheckedChange={(next) => onChange(next === true)}
          className="flex size-6 shrink-0 items-center justify-center rounded-sm border border-control bg-surface data-[state=checked]:border-primary data-[state=checked]:bg-primary"
        >
          <RadixCheckbox.Indicator>
            <Check aria-hidden className="size-4 text-on-primary" />
          </RadixCheckbox.Indicator>
        </RadixCheckbox.Root>
        <label htmlFor={id} className="flex min-h-11 flex-1 cursor-pointer items-center">
          {label}
        </label>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="pl-9 text-small text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
