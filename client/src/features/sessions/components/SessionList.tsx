import { CalendarDays } from 'lucide-react';
import { EmptyState, LoadFailed, Loading, LoadMore, Skeleton, type NoticeText } from '../../../components/ui/index.ts';
import { timeUntil } from '../../../lib/time/format.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { useSessions, type SessionTab, type Side } from '../api/sessions.ts';
import { useJoinWindow } from '../use-join-window.ts';
import { words } from '../words.ts';
import { SessionCard } from './SessionCard.tsx';

type SessionListProps = { as: Side; when: SessionTab; zone: string; onNotice: (notice: NoticeText) => void };

/** One tab of a dashboard in each of its states. */
export function SessionList({ as, when, zone, onNotice }: SessionListProps) {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSessions({ as, when });
  // Distances are told by the server's clock; the one of this device may be wrong.
  const now = useServerNow();
  // Requests stand above an expert's list, where they are answered.
  const sessions = (data?.pages.flatMap((page) => page.sessions) ?? []).filter(
    ({ status }) => as === 'customer' || status !== 'pending',
  );
  useJoinWindow(sessions, as);
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
  if (sessions.length === 0 && !hasNextPage) {
    // The way on stands at the head of the page.
    return <EmptyState icon={CalendarDays} title={words.empty[as][when]} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid gap-4 md:grid-cols-2">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionCard
              session={session}
              viewer={as}
              zone={zone}
              lead={session === lead ? leadText(session.startsAt, now) : undefined}
              onNotice={onNotice}
            />
          </li>
        ))}
      </ul>
      <LoadMore
        query={{ hasNextPage, isFetchingNextPage, fetchNextPage }}
        label={words.more}
        busyLabel={words.loadingMore}
      />
    </div>
  );
}

function leadText(startsAt: string, now: number | null): string {
  if (now === null) return words.next;
  return Date.parse(startsAt) > now ? `${words.next}, ${timeUntil(startsAt, new Date(now))}` : words.running;
}
