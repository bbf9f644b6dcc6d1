import type { Session } from '@serene/shared/contracts';
import type { SessionAction, SessionRole } from '@serene/shared/lifecycle';
import { Hourglass } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Avatar, buttonClass, type NoticeText } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { shortDay, shortDayAndTime, timeRange } from '../../../lib/time/format.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { words as change } from '../change-words.ts';
import { counterpart } from '../counterpart.ts';
import { words as outcome } from '../outcome-words.ts';
import { actionsFor } from '../policy.ts';
import { words } from '../words.ts';
import { SessionActions } from './changes/SessionActions.tsx';
import { JoinSession } from './JoinSession.tsx';
import { PersonDetail } from './PersonDetail.tsx';
import { SessionStatusChip } from './SessionStatusChip.tsx';

type SessionCardProps = {
  session: Session;
  viewer: SessionRole;
  zone: string;
  /** Stands above the card that comes first: `Next session, in 3 hours`. */
  lead?: string | undefined;
  onNotice: (notice: NoticeText) => void;
};

/** What can be done right from a list; who did not come is told on the session's page. */
const quick: readonly SessionAction[] = ['accept', 'reject', 'complete', 'reschedule', 'cancel'];

/** One session of a list: with whom, when, how it stands, what can be done, and the way to more. */
export function SessionCard({ session, viewer, zone, lead, onNotice }: SessionCardProps) {
  const now = useServerNow();
  const other = counterpart(session);
  const actions = actionsFor(session, viewer, now);
  const { reference } = session;
  // A request is answered; calling it off or moving it is for its page.
  const shown = quick.filter((action) =>
    actions.includes('accept') ? action === 'accept' || action === 'reject' : actions.includes(action),
  );
  return (
    <article
      className={`flex h-full flex-col gap-3 card p-4 md:p-5 ${lead === undefined ? '' : 'border-primary ring-1 ring-primary'}`}
    >
      {lead !== undefined && <p className="text-small font-semibold text-link">{lead}</p>}
      <div className="flex flex-wrap items-start gap-3">
        <Avatar id={other.id} name={other.name} src={other.avatar} size={40} />
        <div className="min-w-32 flex-1">
          <h3 className="font-semibold">{other.name}</h3>
          <PersonDetail detail={other.detail} />
        </div>
        <SessionStatusChip status={session.status} />
      </div>
      <p className="tabular-nums">
        <time dateTime={session.startsAt} className="font-medium">
          {shortDay(session.startsAt, zone)}, {timeRange(session.startsAt, session.endsAt, zone)}
        </time>
        <span className="block text-small text-muted">
          {session.title !== null && `${session.title} · `}
          {words.minutes(session.duration)} · {formatMoney(session.amount, session.currency)} · {reference}
        </span>
      </p>
      {session.answerBy !== null && (
        <p className="flex items-center gap-1.5 text-small font-medium text-warn">
          <Hourglass aria-hidden className="size-4 shrink-0" />
          {answerText(session, shortDayAndTime(session.answerBy, zone))}
        </p>
      )}
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {(session.joinUrl !== null || lead !== undefined) && <JoinSession session={session} />}
        {actions.includes('rate') && (
          <Link
            to={`/sessions/${session.id}`}
            aria-label={change.ofSession(outcome.rate, reference)}
            className={buttonClass('primary')}
          >
            {outcome.rate}
          </Link>
        )}
        <SessionActions session={session} viewer={viewer} zone={zone} actions={shown} inList onNotice={onNotice} />
        <Link to={`/sessions/${session.id}`} aria-label={words.detailsOf(reference)} className={buttonClass('quiet')}>
          {words.details}
        </Link>
      </div>
    </article>
  );
}

function answerText({ customer, expert }: Session, deadline: string): string {
  return customer === undefined ? words.answersBy(expert.name, deadline) : words.answerBy(deadline);
}
