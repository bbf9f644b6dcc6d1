import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { buttonClass, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { signInPath } from '../../auth/index.ts';
import { useReportedPayment } from '../api/reported-payment.ts';
import { words } from '../page-words.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { failureWords } from '../payment/words.ts';

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
  const { icon: Icon, look } = looks[payment.outcome];
  const { title, text } =
    payment.outcome === 'returned'
      ? returnedWords(payment.refund ?? null, payment.currency)
      : outcomeWords[payment.outcome];
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      <Icon aria-hidden strokeWidth={1.75} className={`size-14 ${look}`} />
      <PageHeading title={title} />
      <p className="text-lead" aria-live="polite">
        {text}
      </p>
      <p className="text-muted">{words.reportedSignIn}</p>
      <Link to={signInPath(pathname + search)} className={buttonClass('primary')}>
        {words.signIn}
      </Link>
      <p className="flex flex-wrap items-center gap-x-4 border-t border-line pt-4 text-small text-muted">
        <a href={supportLink(payment.reference ?? undefined)} className={buttonClass('quiet')}>
          {words.support}
        </a>
        {payment.reference !== null && <span className="wrap-anywhere">{words.reference(payment.reference)}</span>}
      </p>
    </div>
  );
}

const looks = {
  booked: { icon: CircleCheck, look: 'text-ok' },
  requested: { icon: Hourglass, look: 'text-warn' },
  pending: { icon: Hourglass, look: 'text-warn' },
  cancelled: { icon: CircleX, look: 'text-muted' },
  returned: { icon: CircleX, look: 'text-bad' },
} as const;

const outcomeWords = {
  booked: { title: words.confirmed, text: words.reportedConfirmed },
  requested: { title: words.requested, text: words.requestedText },
  pending: failureWords.pending,
  cancelled: { title: words.cancelled, text: words.reportedCancelled },
};
