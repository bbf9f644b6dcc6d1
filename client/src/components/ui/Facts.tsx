import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';

export type Fact = { icon?: LucideIcon; label: string; value: ReactNode };

type FactsProps = { facts: readonly Fact[] };

/** Facts in pairs: a label, and what holds. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="flex flex-col gap-3">
      {facts.map(({ icon: Icon, label, value }) => (
        <div key={label} className={classNames('relative min-w-0', Icon !== undefined && 'pl-8')}>
          <dt className="text-small text-muted">
            {Icon !== undefined && (
              <Icon aria-hidden strokeWidth={1.75} className="absolute top-0.5 left-0 size-5 text-faint" />
            )}
            {label}
          </dt>
          <dd className="font-medium tabular-nums wrap-break-word">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
