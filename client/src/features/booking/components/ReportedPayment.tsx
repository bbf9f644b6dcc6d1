import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { buttonClass, Loading, Skeleton } from '../../../components/ui/index.ts';
import { signInPath } from '../../auth/index.ts';
import { useReportedPayment } from '../api/reported-payment.ts';
import { words } from '../page-words.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { failureWords } from '../payment/trouble-words.ts';
import { OutcomeFrame } from './OutcomeFrame.tsx';

/**
 * What became of the payment that was reported through this browser, for whoever is not signed in as its customer: an app
 * may have led back to another browser. It names no person and no time.
 */
export function ReportedPayment({ otherwise }: { otherwise: ReactNode }) {
  const { data: payment, isPending } = useReportedPayment();
  const { pathname, search } = useLocation();
  if (isPending) {
    return (
      <div className="page max-w-140 py-8">
        <Loading label={words.loading}>
          <Skeleton className="h-40" />
        </Loading>
      </div>
    );
  }
  if (!payment) return otherwise;
  const { title, text } =
    payment.outcome === 'returned'
      ? returnedWords(payment.refund ?? null, payment.currency)
      : outcomeWords[payment.outcome];
  return (
    <OutcomeFrame
      look={looks[payment.outcome]}
      title={title}
      text={text}
      reference={payment.reference ?? undefined}
      facts={<p className="text-muted">{words.reportedSignIn}</p>}
    >
      <Link to={signInPath(pathname + search)} className={buttonClass('primary')}>
        {words.signIn}
      </Link>
    </OutcomeFrame>
  );
}

const looks = {
  booked: 'done',
  requested: 'waiting',
  pending: 'waiting',
  cancelled: 'over',
  returned: 'failed',
} as const;

const outcomeWords = {
  booked: { title: words.confirmed, text: words.reportedConfirmed },
  requested: { title: words.requested, text: words.requestedText },
  pending: failureWords.pending,
  cancelled: { title: words.cancelled, text: words.reportedCancelled },
};
