import type { User } from '@serene/shared/contracts';
import { CalendarX } from 'lucide-react';
import { Link, useParams } from 'react-router-dom';
import { buttonClass, EmptyState, LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { RequireUser } from '../../auth/index.ts';
import { useSession } from '../api/session.ts';
import { SessionView } from '../components/SessionView.tsx';
import { sessionTitle } from '../session-title.ts';
import { words } from '../words.ts';

/** One session, for each of its two people. */
export function SessionPage() {
  const { id = '' } = useParams();
  return <RequireUser>{(user) => <SessionDetails key={id} id={id} user={user} />}</RequireUser>;
}

function SessionDetails({ id, user }: { id: string; user: User }) {
  const { data: session, error, isPending, refetch } = useSession(id);
  const missing = hasCode(error, 'NOT_FOUND');
  const title = session ? sessionTitle(session) : missing ? words.notFound : words.session;
  return (
    <div className="page flex max-w-240 flex-col gap-6 py-6 md:py-10">
      <PageHeading title={title} />
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {error !== null && !missing && (
        <LoadFailed title={words.sessionFailed} error={error} onRetry={() => void refetch()} />
      )}
      {missing && session === undefined && <EmptyState icon={CalendarX} title={words.notFoundText} />}
      {session && <SessionView session={session} user={user} />}
      <Link
        to={session?.customer ? '/expert/dashboard' : '/dashboard'}
        className={`${buttonClass('quiet')} -ml-4 self-start`}
      >
        {words.back}
      </Link>
    </div>
  );
}
