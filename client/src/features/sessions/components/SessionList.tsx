import { CalendarDays } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Button, buttonClass, EmptyState, LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { timeUntil } from '../../../lib/time/format.ts';
import { useSessions, type SessionTab, type Side } from '../api/sessions.ts';
import { words } from '../words.ts';
import { SessionCard } from './SessionCard.tsx';

type SessionListProps = { as: Side; when: SessionTab; zone: string };

/** One tab of a dashboard in each of its states. */
export function SessionList({ as, when, zone }: SessionListProps) {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSessions({ as, when });
  const sessions = data?.pages.flatMap((page) => page.sessions) ?? [];
  // Distances are told by the server's clock; the one of this device may be wrong.
  const now = new Date(data?.pages[0]?.serverTime ?? 0);
  const lead = when === 'upcoming' ? sessions[0] : undefined;
  if (isPending) {
    return (
      <Loading label={words.loading}>
        <div className="grid gap-4 md:grid-cols-2">
          <Skeleton className="h-52" />
          <Skeleton className="h-52" />
        </div>
      </Loading>
    );
  }
  if (error !== null && data === undefined) {
    return <LoadFailed title={words.loadFailed} error={error} onRetry={() => void refetch()} />;
  }
  if (sessions.length === 0) {
    return (
      <EmptyState icon={CalendarDays} title={words.empty[as][when]}>
        <Link to={as === 'customer' ? '/experts' : '/expert/availability'} className={buttonClass('primary')}>
          {as === 'customer' ? words.findExpert : words.editHours}
        </Link>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid gap-4 md:grid-cols-2">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionCard
              session={session}
              zone={zone}
              lead={session === lead ? `${words.next}, ${timeUntil(session.startsAt, now)}` : undefined}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="secondary"
          className="self-center"
          busy={isFetchingNextPage ? words.loadingMore : undefined}
          onClick={() => void fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}
