import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '../../lib/class-names.ts';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Variant, string> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover active:bg-primary-active',
  secondary: 'border border-control bg-surface text-ink hover:bg-surface-2',
  quiet: 'text-link hover:bg-surface-2',
  danger: 'bg-bad text-on-bad hover:opacity-90',
};

/** The look of a button, for links that lead to the next step. On paper there is nothing to press. */
export function buttonClass(variant: Variant = 'primary'): string {
  return classNames(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 py-2 text-center font-medium transition-colors duration-120 print:hidden',
    looks[variant],
  );
}

type ButtonProps = ComponentProps<'button'> & {
  variant?: Variant;
  /** While set, the button shows these words and ignores further presses. */
  busy?: string | undefined;
};

/** A button that never turns itself off: pressing it too early explains what is missing. */
export function Button({ variant = 'primary', busy, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy !== undefined}
      className={classNames(buttonClass(variant), className)}
      onClick={(event) => {
        if (busy === undefined) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {busy === undefined ? (
        children
      ) : (
        <>
          <LoaderCircle aria-hidden className="size-5 animate-spin" />
          {busy}
        </>
      )}
    </button>
  );
}
