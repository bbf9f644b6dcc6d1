import { Check } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import { words } from './words.ts';

type Step = { key: string; label: string };

type StepsProps = {
  label: string;
  steps: readonly Step[];
  current: string;
  /** Goes back to a finished step; steps ahead are plain text. */
  onGoTo: (key: string) => void;
};

/** Where one is in a task of several steps. */
export function Steps({ label, steps, current, onGoTo }: StepsProps) {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <nav aria-label={label}>
      <ol className="flex gap-1.5">
        {steps.map((step, index) => (
          <li key={step.key} aria-current={index === at ? 'step' : undefined} className="flex-1">
            {index < at ? (
              <button
                type="button"
                aria-label={words.stepDone(step.label)}
                onClick={() => onGoTo(step.key)}
                className="flex min-h-6 w-full flex-col justify-center gap-1 text-left text-caption text-link hover:underline"
              >
                <Bar filled />
                <span className="flex items-center gap-1 max-sm:sr-only">
                  <Check aria-hidden className="size-3.5" />
                  {step.label}
                </span>
              </button>
            ) : (
              <span
                className={classNames(
                  'flex min-h-6 flex-col justify-center gap-1 text-caption',
                  index === at ? 'font-semibold' : 'text-faint',
                )}
              >
                <Bar filled={index === at} />
                <span className="max-sm:sr-only">{step.label}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Bar({ filled }: { filled: boolean }) {
  return <span aria-hidden className={classNames('h-1 w-full rounded-full', filled ? 'bg-primary' : 'bg-line')} />;
}
