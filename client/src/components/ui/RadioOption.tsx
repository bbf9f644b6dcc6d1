import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';

type RadioOptionProps = {
  /** The same for all options of a group: the browser lets one of them be chosen, and arrows go from one to the next. */
  name: string;
  id?: string;
  checked: boolean;
  disabled?: boolean;
  /** What it is called where its content does not say it all. */
  label?: string;
  onChoose: () => void;
  className: string;
  children: ReactNode;
};

/** One option of a `role="radiogroup"`: the browser's own radio button, invisible, over a look of our own. */
export function RadioOption({
  name,
  id,
  checked,
  disabled = false,
  label,
  onChoose,
  className,
  children,
}: RadioOptionProps) {
  return (
    <label className={classNames('relative flex min-h-11 items-center justify-center rounded-control', className)}>
      <input
        type="radio"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-label={label}
        className="absolute inset-0 size-full appearance-none rounded-[inherit]"
        onChange={onChoose}
      />
      {children}
    </label>
  );
}
