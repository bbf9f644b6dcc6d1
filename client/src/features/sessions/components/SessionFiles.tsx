import type { Session } from '@serene/shared/contracts';
import { CalendarPlus, ReceiptText } from 'lucide-react';
import { Alert, Button } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { useCalendarFile } from '../api/calendar-file.ts';
import { useReceipt } from '../api/receipt.ts';
import { words } from '../words.ts';

type SessionFilesProps = {
  session: Pick<Session, 'id' | 'reference' | 'status' | 'customer'>;
  /** Null for a session that cost nothing. */
  paymentId: string | null;
};

/** The calendar file while the session lies ahead, and the receipt for the one who paid. */
export function SessionFiles({ session, paymentId }: SessionFilesProps) {
  const calendar = useCalendarFile();
  const receipt = useReceipt();
  const ahead = session.status === 'pending' || session.status === 'confirmed';
  const paidByViewer = paymentId !== null && session.customer === undefined;
  if (!ahead && !paidByViewer) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {ahead && (
          <Button
            variant="secondary"
            busy={calendar.isPending ? words.preparing : undefined}
            onClick={() => calendar.mutate(session)}
          >
            <CalendarPlus aria-hidden className="size-5" />
            {words.calendar}
          </Button>
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
