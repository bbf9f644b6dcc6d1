import { LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { RequireUser } from '../../auth/index.ts';
import { useOwnAvailability } from '../api/own-availability.ts';
import { AvailabilityForm } from '../components/AvailabilityForm.tsx';
import { words } from '../words.ts';

/** Where an expert sets when they can be booked. */
export function AvailabilityPage() {
  return <RequireUser needs="expert">{() => <OwnAvailability />}</RequireUser>;
}

function OwnAvailability() {
  const { data: expert, error, isPending, refetch } = useOwnAvailability();
  return (
    <div className="page flex max-w-220 flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-col gap-2">
        <PageHeading title={words.title} />
        <p className="text-muted">{words.intro}</p>
      </header>
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-120" />
        </Loading>
      )}
      {error !== null && expert === undefined && (
        <LoadFailed title={words.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
      {expert && <AvailabilityForm expert={expert} />}
    </div>
  );
}
