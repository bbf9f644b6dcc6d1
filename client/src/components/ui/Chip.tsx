import type { LucideIcon } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';

export type ChipTone = 'plain' | 'ok' | 'warn' | 'bad' | 'calm';

const looks: Record<ChipTone, string> = {
  plain: 'bg-surface-2 text-muted',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  calm: 'bg-calm-soft text-calm',
};

type ChipProps = { tone: ChipTone; icon?: LucideIcon; children: string };

/** A short fact in a pill; never by colour alone. */
export function Chip({ tone, icon: Icon, children }: ChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-small font-medium',
        looks[tone],
      )}
    >
      {Icon !== undefined && <Icon aria-hidden className="size-4" />}
      {children}
    </span>
  );
}
