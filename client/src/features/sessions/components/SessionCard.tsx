import type { Session } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { Avatar, buttonClass } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { shortDay, timeRange } from '../../../lib/time/format.ts';
import { counterpart } from '../counterpart.ts';
import { words } from '../words.ts';
import { JoinSession } from './JoinSession.tsx';
import { SessionStatusChip } from './SessionStatusChip.tsx';

type SessionCardProps = {
  session: Session;
  zone: string;
  /** Stands above the card that comes first: `Next session, in 3 hours`. */
  lead?: string | undefined;
};

/** One session of a list: with whom, when, how it stands, and the way to more. */
export function SessionCard({ session, zone, lead }: SessionCardProps) {
  const other = counterpart(session);
  return (
    <article
      className={`flex h-full flex-col gap-3 card p-4 md:p-5 ${lead === undefined ? '' : 'border-primary ring-1 ring-primary'}`}
    >
      {lead !== undefined && <p className="text-small font-semibold text-link">{lead}</p>}
      <div className="flex items-start gap-3">
        <Avatar id={other.id} name={other.name} src={other.avatar} size={40} />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{other.name}</h3>
          <p className="text-small text-muted">{other.detail}</p>
        </div>
        <SessionStatusChip status={session.status} />
      </div>
      <p className="tabular-nums">
        <time dateTime={session.startsAt} className="font-medium">
          {shortDay(session.startsAt, zone)}, {timeRange(session.startsAt, session.endsAt, zone)}
        </time>
        <span className="block text-small text-muted">
          {words.minutes(session.duration)} · {formatMoney(session.amount, session.currency)} · {session.reference}
        </span>
      </p>
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {(session.joinUrl !== null || lead !== undefined) && <JoinSession session={session} />}
        <Link
          to={`/sessions/${session.id}`}
          aria-label={words.detailsOf(session.reference)}
          className={buttonClass('secondary')}
        >
          {words.details}
        </Link>
      </div>
    </article>
  );
}
