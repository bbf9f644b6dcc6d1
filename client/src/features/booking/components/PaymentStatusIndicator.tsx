import type { BookingPaymentStatus } from '@serene/shared/contracts';
import { CircleCheck, CircleX, Hourglass, Undo2, type LucideIcon } from 'lucide-react';
import { Chip, type ChipTone } from '../../../components/ui/index.ts';
import { words } from '../status-words.ts';

type PaymentStatusIndicatorProps = {
  status: BookingPaymentStatus;
  /** The money in question, as it is shown. */
  amount?: string | undefined;
  /** Only the status, for lists and headings. */
  compact?: boolean;
};

/** How the money of a booking stands: in a word, with an icon, never by colour alone. */
export function PaymentStatusIndicator({ status, amount, compact = false }: PaymentStatusIndicatorProps) {
  const { tone, icon } = looks[status];
  const chip = (
    <Chip tone={tone} icon={icon}>
      {words.payment[status]}
    </Chip>
  );
  if (compact) return chip;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {amount !== undefined && <span className="font-semibold tabular-nums">{amount}</span>}
      {chip}
    </p>
  );
}

const looks: Record<BookingPaymentStatus, { tone: ChipTone; icon: LucideIcon }> = {
  UNPAID: { tone: 'warn', icon: Hourglass },
  PAID: { tone: 'ok', icon: CircleCheck },
  REFUNDED: { tone: 'plain', icon: Undo2 },
  FAILED: { tone: 'bad', icon: CircleX },
};
