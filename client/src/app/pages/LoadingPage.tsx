import { Loading, Skeleton } from '../../components/ui/index.ts';
import { words } from '../words.ts';

/** Shown while the first page of a visit is being fetched. */
export function LoadingPage() {
  return (
    <div className="page py-10">
      <Loading label={words.loading}>
        <Skeleton className="h-64" />
      </Loading>
    </div>
  );
}
