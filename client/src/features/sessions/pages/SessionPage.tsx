import { CalendarX } from 'lucide-react';
import { Link, useParams } from 'react-router-dom';
import {
  Avatar,
  buttonClass,
  EmptyState,
  LoadFailed,
  Loading,
  PageHeading,
  Skeleton,
} from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { RequireUser, useViewerZone } from '../../auth/index.ts';
import { useSession } from '../api/session.ts';
import { JoinSession } from '../components/JoinSession.tsx';
import { SessionFacts } from '../components/SessionFacts.tsx';
import { SessionFiles } from '../components/SessionFiles.tsx';
import { SessionStatusChip } from '../components/SessionStatusChip.tsx';
import { counterpart } from '../counterpart.ts';
import { words } from '../words.ts';

/** One session, for each of its two people. */
export function SessionPage() {
  const { id = '' } = useParams();
  return <RequireUser>{() => <SessionDetails id={id} />}</RequireUser>;
}

function SessionDetails({ id }: { id: string }) {
  const { data: session, error, isPending, refetch } = useSession(id);
  const { zone } = useViewerZone();
  const missing = hasCode(error, 'NOT_FOUND');
  const other = session && counterpart(session);
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-6 md:py-10">
      <PageHeading title={other ? words.with(other.name) : missing ? words.notFound : words.session} />
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {error !== null && !missing && (
        <LoadFailed title={words.sessionFailed} error={error} onRetry={() => void refetch()} />
      )}
      {missing && <EmptyState icon={CalendarX} title={words.notFoundText} />}
      {session && other && (
        <div className="flex flex-col gap-6 card p-5 md:p-6">
          <div className="flex flex-wrap items-center gap-4">
            <Avatar id={other.id} name={other.name} src={other.avatar} size={64} />
            <div className="min-w-0 flex-1">
              <p className="text-small text-muted">{session.customer ? words.client : words.expert}</p>
              <p className="font-semibold">{other.name}</p>
              <p className="text-small text-muted">{other.detail}</p>
            </div>
            <SessionStatusChip status={session.status} />
          </div>
          <JoinSession session={session} />
          <SessionFacts session={session} zone={zone} />
          <SessionFiles session={session} paymentId={session.paymentId} />
        </div>
      )}
      <Link
        to={session?.customer ? '/expert/dashboard' : '/dashboard'}
        className={`${buttonClass('quiet')} self-start`}
      >
        {words.back}
      </Link>
    </div>
  );
}
