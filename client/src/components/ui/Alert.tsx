import { CircleCheck, CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';

type Tone = 'info' | 'ok' | 'warn' | 'bad';

const looks: Record<Tone, { icon: LucideIcon; frame: string; title: string }> = {
  info: { icon: Info, frame: 'border-primary bg-primary-soft', title: 'text-on-primary-soft' },
  ok: { icon: CircleCheck, frame: 'border-ok-line bg-ok-soft', title: 'text-ok' },
  warn: { icon: TriangleAlert, frame: 'border-warn-line bg-warn-soft', title: 'text-warn' },
  bad: { icon: CircleX, frame: 'border-bad-line bg-bad-soft', title: 'text-bad' },
};

const roles = { assertive: 'alert', polite: 'status' } as const;

type AlertProps = {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** How a screen reader is told: at once, or when it is free; not at all where the text was there from the start. */
  live?: 'assertive' | 'polite';
};

/** A message that stays: what happened, and what can be done about it. */
export function Alert({ tone, title, children, actions, live }: AlertProps) {
  const look = looks[tone];
  const Icon = look.icon;
  return (
    <div role={live && roles[live]} className={classNames('flex gap-3 rounded-control border p-4', look.frame)}>
      <Icon aria-hidden strokeWidth={1.75} className={classNames('mt-0.5 size-5 shrink-0', look.title)} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {title !== undefined && <p className={classNames('font-semibold', look.title)}>{title}</p>}
        {children !== undefined && <div className="text-ink">{children}</div>}
        {actions !== undefined && <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  );
}
