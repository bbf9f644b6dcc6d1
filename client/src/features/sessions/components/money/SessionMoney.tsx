import type { PaymentDetails, Session } from '@serene/shared/contracts';
import { CircleCheck, Hourglass, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import { Chip, LoadFailed, Loading, Skeleton, type ChipTone } from '../../../../components/ui/index.ts';
import { formatMoney } from '../../../../lib/money.ts';
import { shortDay } from '../../../../lib/time/format.ts';
import { usePayment } from '../../api/payment.ts';
import { paidByText, words } from '../../money-words.ts';
import { RefundLine } from './RefundLine.tsx';

const looks: Record<PaymentDetails['status'], { tone: ChipTone; icon: LucideIcon }> = {
  created: { tone: 'warn', icon: Hourglass },
  success: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'bad', icon: TriangleAlert },
  expired: { tone: 'plain', icon: Hourglass },
  refund_pending: { tone: 'calm', icon: Undo2 },
  refunded: { tone: 'ok', icon: Undo2 },
  partially_refunded: { tone: 'ok', icon: Undo2 },
  refund_failed: { tone: 'warn', icon: TriangleAlert },
};

type SessionMoneyProps = { session: Session; paymentId: string; zone: string };

/** What was paid for a session and what has come back of it, for the one who paid. */
export function SessionMoney({ session, paymentId, zone }: SessionMoneyProps) {
  const { data: payment, error, isPending, refetch } = usePayment(paymentId);
  return (
    <section aria-labelledby="payment" className="flex flex-col gap-3 card p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="payment" className="text-h3 font-semibold">
          {words.payment}
        </h2>
        {payment && <Chip {...looks[payment.status]}>{words.statuses[payment.status]}</Chip>}
      </div>
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-14" />
        </Loading>
      )}
      {error !== null && payment === undefined && (
        <LoadFailed title={words.failed} error={error} onRetry={() => void refetch()} />
      )}
      {payment && (
        <p className="tabular-nums">
          <span className="font-medium">
            {words.paid(formatMoney(payment.amount, payment.currency), paidByText(payment.method))}
          </span>
          {payment.paidAt !== null && (
            <span className="text-muted"> {words.paidOn(shortDay(payment.paidAt, zone))}</span>
          )}
        </p>
      )}
      {/* Polite: a refund that goes through while the page is open is told, not shouted. */}
      <ul aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {payment?.refunds.map((refund) => (
          <RefundLine
            key={refund.id}
            refund={refund}
            currency={payment.currency}
            paymentId={paymentId}
            reference={session.reference}
            zone={zone}
          />
        ))}
      </ul>
    </section>
  );
}
