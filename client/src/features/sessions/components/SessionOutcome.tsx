import type { Session } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { Alert, buttonClass } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { usePayment } from '../api/payment.ts';
import { outcomeOf } from '../outcome.ts';
import { words } from '../outcome-words.ts';

type SessionOutcomeProps = { session: Session };

/** How a cancelled or missed session ended, why, what becomes of the money, and the way on. */
export function SessionOutcome({ session }: SessionOutcomeProps) {
  const { data: payment } = usePayment(session.customer === undefined ? session.paymentId : null);
  const outcome = outcomeOf(session, payment);
  if (outcome === undefined) return null;
  const { title, text, reason, offer } = outcome;
  const actions = {
    'book-again': (
      <Link to={bookAgain(session)} className={buttonClass('primary')}>
        {words.bookAnother}
      </Link>
    ),
    support: (
      <a href={supportLink(session.reference)} className={buttonClass('secondary')}>
        {words.support}
      </a>
    ),
  };
  return (
    <Alert tone={offer === undefined ? 'info' : 'warn'} title={title} actions={offer && actions[offer]}>
      {text !== undefined && <p>{text}</p>}
      {reason !== null && <p className="mt-1 wrap-anywhere whitespace-pre-line">{words.reason(reason)}</p>}
    </Alert>
  );
}

/** The same offer once more, which may be the expert's hour. */
function bookAgain({ expert, sessionTypeId }: Session): string {
  return sessionTypeId === null ? `/experts/${expert.slug}?book=1` : `/booking/${expert.slug}?type=${sessionTypeId}`;
}
