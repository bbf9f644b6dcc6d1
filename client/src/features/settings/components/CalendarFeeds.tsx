import { feedKinds, type User } from '@serene/shared/contracts';
import { LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { useFeeds } from '../api/feeds.ts';
import { feedWords, words } from '../words.ts';
import { CalendarFeed } from './CalendarFeed.tsx';

type CalendarFeedsProps = { user: User };

/** The calendars that others can subscribe to: everybody's sessions, and when an expert is taken. */
export function CalendarFeeds({ user }: CalendarFeedsProps) {
  const { data: feeds, error, isPending, refetch } = useFeeds();
  const kinds = feedKinds.filter((kind) => kind === 'sessions' || user.expertId !== null);
  return (
    <>
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-52" />
        </Loading>
      )}
      {error !== null && feeds === undefined && (
        <LoadFailed title={feedWords.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
      {feeds &&
        kinds.map((kind) => (
          <CalendarFeed key={kind} kind={kind} since={feeds[kind]?.createdAt ?? null} zone={user.timezone} />
        ))}
    </>
  );
}
