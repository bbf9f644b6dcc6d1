import type { Session } from '@serene/shared/contracts';
import { Printer, ReceiptText } from 'lucide-react';
import { Alert, Button } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { useCalendarFile } from '../../api/calendar-file.ts';
import { useReceipt } from '../../api/receipt.ts';
import { words } from '../../words.ts';
import { useLinkedReceipt } from '../../use-linked-receipt.ts';
import { AddToCalendar } from './AddToCalendar.tsx';

type SessionFilesProps = {
  session: Session;
  /** Null for a session that cost nothing. */
  paymentId: string | null;
};

/** The way into a calendar while the session lies ahead, the receipt for the one who paid, and the page on paper. */
export function SessionFiles({ session, paymentId }: SessionFilesProps) {
  const calendar = useCalendarFile();
  const receipt = useReceipt();
  const ahead = session.status === 'pending' || session.status === 'confirmed';
  const paidByViewer = paymentId !== null && session.customer === undefined;
  useLinkedReceipt(paidByViewer, () => {
    if (paymentId !== null) receipt.mutate({ paymentId, reference: session.reference });
  });
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap gap-2">
        {ahead && (
          <AddToCalendar session={session} isPreparing={calendar.isPending} onFile={() => calendar.mutate(session)} />
        )}
        {paidByViewer && (
          <Button
            variant="secondary"
            busy={receipt.isPending ? words.preparing : undefined}
            onClick={() => receipt.mutate({ paymentId, reference: session.reference })}
          >
            <ReceiptText aria-hidden className="size-5" />
            {words.receipt}
          </Button>
        )}
        <Button variant="quiet" onClick={() => window.print()}>
          <Printer aria-hidden className="size-5" />
          {words.print}
        </Button>
      </div>
      {calendar.isError && (
        <Alert tone="bad" live="assertive" title={words.calendarFailed}>
          {explain(calendar.error)}
        </Alert>
      )}
      {receipt.isError && (
        <Alert tone="bad" live="assertive" title={words.receiptFailed}>
          {explain(receipt.error)}
        </Alert>
      )}
    </div>
  );
}
