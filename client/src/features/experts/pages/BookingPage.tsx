import { useQueryClient } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router-dom';
import {
  Avatar,
  buttonClass,
  EmptyState,
  LoadFailed,
  Loading,
  PageHeading,
  Skeleton,
} from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { lazyPart } from '../../../lib/lazy-part.ts';
import { loadBookingTabs } from '../../booking/index.ts';
import { useExpert } from '../api/expert.ts';
import { expertKeys } from '../api/keys.ts';
import { words as own } from '../booking-page-words.ts';
import { words } from '../words.ts';

const BookingTabs = lazyPart(loadBookingTabs);

/** `/booking/:expertId`: the booking of an expert as a page of its own; an id or a slug names them. */
export function BookingPage() {
  const { expertId = '' } = useParams();
  const { data: expert, error, refetch } = useExpert(expertId);
  const queryClient = useQueryClient();
  const missing = hasCode(error, 'NOT_FOUND');
  const loading = (
    <Loading label={words.loadingProfile}>
      <Skeleton className="h-96" />
    </Loading>
  );
  return (
    <div className="page flex max-w-240 flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-wrap items-center gap-4">
        {expert && <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={64} />}
        <div className="min-w-[min(10rem,100%)] flex-1">
          <PageHeading title={expert ? own.title(expert.name) : missing ? words.notFound : words.book} />
          {expert && (
            <p className="text-muted">
              {expert.category} ·{' '}
              <Link to={`/experts/${expert.slug}`} className="inline-flex min-h-6 items-center text-link underline">
                {own.backToProfile}
              </Link>
            </p>
          )}
        </div>
      </header>
      {missing && (
        <EmptyState icon={CalendarX} title={words.notFoundText}>
          <Link to="/experts" className={buttonClass('secondary')}>
            {words.allExperts}
          </Link>
        </EmptyState>
      )}
      {error !== null && !missing && expert === undefined && (
        <LoadFailed title={words.profileFailed} error={error} onRetry={() => void refetch()} />
      )}
      {expert === undefined && error === null && loading}
      {expert && (
        <Suspense fallback={loading}>
          <BookingTabs
            expert={expert}
            onOffersChanged={() => void queryClient.invalidateQueries({ queryKey: expertKeys.profiles })}
          />
        </Suspense>
      )}
    </div>
  );
}
