import { LoadFailed, LoadMore, type NoticeText } from '../../../components/ui/index.ts';
import { useSessions } from '../api/sessions.ts';
import { words } from '../words.ts';
import { SessionCard } from './SessionCard.tsx';

type RequestListProps = { zone: string; onNotice: (notice: NoticeText) => void };

/** What customers ask of an expert, the most urgent first; nothing where nobody waits. */
export function RequestList({ zone, onNotice }: RequestListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSessions({
    as: 'expert',
    when: 'requests',
  });
  const requests = (data?.pages.flatMap((page) => page.sessions) ?? []).toSorted((a, b) =>
    (a.answerBy ?? a.startsAt).localeCompare(b.answerBy ?? b.startsAt),
  );
  if (error !== null && data === undefined) {
    return <LoadFailed title={words.requestsFailed} error={error} onRetry={() => void refetch()} />;
  }
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests" className="flex flex-col gap-3">
      <h2 id="requests" className="text-h3 font-semibold">
        {words.requests(requests.length, hasNextPage)}
      </h2>
      <ul className="grid gap-4 md:grid-cols-2">
        {requests.map((session) => (
          <li key={session.id}>
            <SessionCard session={session} viewer="expert" zone={zone} onNotice={onNotice} />
          </li>
        ))}
      </ul>
      <LoadMore
        query={{ hasNextPage, isFetchingNextPage, fetchNextPage }}
        label={words.moreRequests}
        busyLabel={words.loadingMore}
      />
    </section>
  );
}
