import { SearchX } from 'lucide-react';
import { Button, EmptyState, LoadFailed, Loading, LoadMore, Skeleton } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import type { useExperts } from '../api/experts.ts';
import { useNextTimesOfPages } from '../api/next-times.ts';
import { words } from '../words.ts';
import { ExpertListItem } from './ExpertListItem.tsx';

type ExpertListProps = { experts: ReturnType<typeof useExperts>; onClear: () => void };

/** As many columns as have room for a card, also where text is larger. */
const grid = 'grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4';

/** The list in each of its states; its count is announced when it changes. */
export function ExpertList({ experts, onClear }: ExpertListProps) {
  const { data, error, isPending, isPlaceholderData } = experts;
  const found = data?.pages.flatMap((page) => page.experts) ?? [];
  const nextTimes = useNextTimesOfPages(data?.pages.map((page) => page.experts.map(({ id }) => id)) ?? []);
  const total = data?.pages[0]?.total;
  return (
    <section aria-label={words.list} className="flex min-w-0 flex-col gap-4">
      <output className="block min-h-6 text-muted">
        {total !== undefined && !isPlaceholderData && words.found(total)}
      </output>
      {isPending && (
        <Loading label={words.loadingList}>
          <div className={grid}>
            {[0, 1, 2, 3, 4, 5].map((place) => (
              <Skeleton key={place} className="h-72" />
            ))}
          </div>
        </Loading>
      )}
      {error !== null && <LoadFailed title={words.listFailed} error={error} onRetry={() => void experts.refetch()} />}
      {total === 0 && (
        <EmptyState icon={SearchX} title={words.none}>
          <Button variant="secondary" onClick={onClear}>
            {words.clear}
          </Button>
        </EmptyState>
      )}
      {found.length > 0 && (
        <ul aria-busy={isPlaceholderData} className={classNames(grid, isPlaceholderData && 'opacity-60')}>
          {found.map((expert) => (
            <li key={expert.id}>
              <ExpertListItem expert={expert} nextTime={nextTimes.get(expert.id)} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore query={experts} label={words.more} busyLabel={words.loadingMore} />
    </section>
  );
}
