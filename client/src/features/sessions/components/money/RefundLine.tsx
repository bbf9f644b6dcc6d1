import type { PaymentDetails } from '@serene/shared/contracts';
import { ReceiptText } from 'lucide-react';
import { Alert, Button } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { formatMoney } from '../../../../lib/money.ts';
import { shortDay } from '../../../../lib/time/format.ts';
import { useCreditNote } from '../../api/receipt.ts';
import { words } from '../../money-words.ts';

type Refund = PaymentDetails['refunds'][number];

type RefundLineProps = { refund: Refund; currency: string; paymentId: string; reference: string; zone: string };

/** One refund: how far it is in exact words, why, and its credit note once it is made. */
export function RefundLine({ refund, currency, paymentId, reference, zone }: RefundLineProps) {
  const creditNote = useCreditNote();
  const { title, text } = describe(refund, currency, zone);
  return (
    <li className="flex flex-col gap-1 border-t border-line pt-3">
      <p className="font-medium">{title}</p>
      <p className="text-small text-muted">{words.refundReason(words.reasons[refund.reason], text)}</p>
      {refund.status === 'processed' && (
        <Button
          variant="quiet"
          className="-ml-4 self-start"
          busy={creditNote.isPending ? words.preparing : undefined}
          onClick={() => creditNote.mutate({ paymentId, refundId: refund.id, reference })}
        >
          <ReceiptText aria-hidden className="size-5" />
          {words.creditNote}
        </Button>
      )}
      {creditNote.isError && (
        <Alert tone="bad" live="assertive" title={words.creditNoteFailed}>
          {explain(creditNote.error)}
        </Alert>
      )}
    </li>
  );
}

/** Exact words: "started", "refunded" and "could not be made" each mean one state. */
function describe(refund: Refund, currency: string, zone: string): { title: string; text: string } {
  const amount = formatMoney(refund.amount, currency);
  switch (refund.status) {
    case 'queued':
    case 'sent':
      return { title: words.refundStarted(amount), text: words.refundStartedText(shortDay(refund.createdAt, zone)) };
    case 'processed':
      return {
        title: words.refunded(amount),
        text: words.refundedText(shortDay(refund.processedAt ?? refund.createdAt, zone)),
      };
    case 'failed':
    case 'blocked':
      return { title: words.refundFailed(amount), text: words.refundFailedText };
    case 'closed':
      return { title: words.refundClosed(amount), text: words.refundClosedText };
  }
}
