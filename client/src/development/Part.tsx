import type { ReactNode } from 'react';

/** One part of the design system under its name. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="flex flex-col gap-3 card p-5">
      <h3 className="text-small font-medium text-muted">{name}</h3>
      {children}
    </section>
  );
}
