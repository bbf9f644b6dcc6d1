import type { MailStatus } from '@serene/shared/contracts';
import { MailCheck } from 'lucide-react';
import { EmptyState, LoadFailed, Loading, LoadMore, Skeleton } from '../../../components/ui/index.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { useMails } from '../api/mails.ts';
import { listWords, words } from '../words.ts';
import { MailCard } from './MailCard.tsx';

type MailListProps = { status: MailStatus; zone: string; onOvertaken: () => void };

/** The mails of one status in each state of the list. */
export function MailList({ status, zone, onOvertaken }: MailListProps) {
  const { data, error, isPending, refetch, ...query } = useMails(status);
  const now = useServerNow();
  if (isPending) {
    return (
      <Loading label={words.loading}>
        <Skeleton className="h-52" />
      </Loading>
    );
  }
  if (data === undefined) return <LoadFailed title={words.failed} error={error} onRetry={() => void refetch()} />;
  const mails = data.pages.flatMap((page) => page.mails);
  if (mails.length === 0) {
    return <EmptyState icon={MailCheck} title={status === 'failed' ? listWords.noneFailed : listWords.noneHere} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid gap-4 lg:grid-cols-2">
        {mails.map((mail) => (
          <li key={mail.id}>
            <MailCard mail={mail} moment={{ zone, now }} onOvertaken={onOvertaken} />
          </li>
        ))}
      </ul>
      {query.isFetchNextPageError ? (
        <LoadFailed title={listWords.moreFailed} error={error} onRetry={() => void query.fetchNextPage()} />
      ) : (
        <LoadMore query={query} label={listWords.more} busyLabel={listWords.loadingMore} />
      )}
    </div>
  );
}
