import type { Session } from '@serene/shared/contracts';
import type { SessionRole } from '@serene/shared/lifecycle';
import { useState } from 'react';
import { Alert } from '../../../../components/ui/index.ts';
import { hasCode } from '../../../../lib/api/errors.ts';
import { serverNow } from '../../../../lib/time/server-clock.ts';
import { usePayment } from '../../api/payment.ts';
import { cancelQuestion } from '../../cancel-question.ts';
import { words } from '../../change-words.ts';
import { moneyOf } from '../../money.ts';
import { backToText } from '../../money-words.ts';
import { refundFor } from '../../policy.ts';
import { ConfirmChange, type ChangeEvents } from './ConfirmChange.tsx';

type CancelDialogProps = ChangeEvents & { session: Session; viewer: SessionRole; zone: string };

/**
 * Asks before a session is cancelled and says what comes back. The amount stands as it was when the dialog opened: the
 * server refuses another one, and then the right one is shown and asked for again.
 */
export function CancelDialog({ session, viewer, zone, ...events }: CancelDialogProps) {
  const [refundMinor, setRefundMinor] = useState(() => refundFor(session, viewer, serverNow()));
  const [before, setBefore] = useState<number>();
  const { data: payment } = usePayment(viewer === 'customer' ? session.paymentId : null);
  const money = (minor: number) => (minor === 0 ? words.noRefund : moneyOf(session, minor));
  const onError = (error: unknown) => {
    const right = hasCode(error, 'REFUND_CHANGED') ? error.details?.refundMinor : undefined;
    if (right === undefined) return false;
    setBefore(refundMinor);
    setRefundMinor(right);
    return true;
  };
  return (
    <ConfirmChange
      {...events}
      session={session}
      question={cancelQuestion({ session, viewer, refundMinor, method: backToText(payment?.method ?? null), zone })}
      change={(reason) => ({ action: 'cancel', refundMinor, ...(reason === '' ? {} : { reason }) })}
      reasonFor={session.customer?.name ?? session.expert.name}
      onError={onError}
    >
      {before !== undefined && (
        <Alert tone="warn" live="assertive" title={words.refundChanged}>
          {words.refundChangedText(money(before), money(refundMinor))}
        </Alert>
      )}
    </ConfirmChange>
  );
}
