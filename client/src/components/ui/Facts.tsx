import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Fact = { icon?: LucideIcon; label: string; value: ReactNode };

type FactsProps = { facts: readonly Fact[] };

/** Facts in pairs: a label, and what holds. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="flex flex-col gap-3">
      {facts.map(({ icon: Icon, label, value }) => (
        <div key={label} className="flex gap-3">
          {Icon !== undefined && <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-5 shrink-0 text-faint" />}
          <div className="min-w-0">
            <dt className="text-small text-muted">{label}</dt>
            <dd className="font-medium tabular-nums wrap-break-word">{value}</dd>
          </div>
        </div>
      ))}
    </dl>
  );
}
