import { SearchX } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Button, EmptyState, LoadFailed, Loading, LoadMore, Skeleton } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import type { useExperts } from '../api/experts.ts';
import { useNextTimesOfPages } from '../api/next-times.ts';
import { words } from '../list-words.ts';
import { ExpertCards } from './ExpertCards.tsx';

type ExpertListProps = { experts: ReturnType<typeof useExperts>; onClear: () => void };

/** As many columns as have room for a card, also where text is larger. */
const grid = 'grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4';

/**
 * The list in each of its states; its count is announced when it changes. Cards are drawn a little at a time: drawn at
 * once they would keep a phone from answering to a touch.
 */
export function ExpertList({ experts, onClear }: ExpertListProps) {
  const { data, error } = experts;
  const shown = useDeferredValue(data);
  const nextTimes = useNextTimesOfPages(data?.pages.map((page) => page.experts.map(({ id }) => id)) ?? []);
  const shownTimes = useDeferredValue(nextTimes);
  const isBehind = shown !== data || experts.isPlaceholderData;
  const first = shown?.pages[0];
  const total = first?.total;
  return (
    <section aria-label={words.list} className="flex min-w-0 flex-col gap-4">
      <output className="block min-h-6 text-muted">
        {total !== undefined && !isBehind && (
          <>
            {words.found(total)}
            {first?.currency && first.otherCurrencies > 0 && (
              <span className="block text-small">{words.otherCurrencies(first.currency, first.otherCurrencies)}</span>
            )}
          </>
        )}
      </output>
      {shown === undefined && error === null && (
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
      {shown !== undefined && total !== 0 && (
        <>
          <ul aria-busy={isBehind} className={classNames(grid, experts.isPlaceholderData && 'opacity-60')}>
            <ExpertCards pages={shown.pages} nextTimes={shownTimes} />
          </ul>
          <LoadMore
            query={{
              hasNextPage: shown.pages.at(-1)?.nextCursor !== null,
              isFetchingNextPage: experts.isFetchingNextPage || isBehind,
              fetchNextPage: experts.fetchNextPage,
            }}
            label={words.more}
            busyLabel={words.loadingMore}
          />
        </>
      )}
    </section>
  );
}
