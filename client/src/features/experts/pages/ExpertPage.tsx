import { CalendarX } from 'lucide-react';
import { Suspense, useDeferredValue } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
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
import { bookingPagePath, loadBookingFlow } from '../../booking/index.ts';
import { useExpert } from '../api/expert.ts';
import { BookingAside } from '../components/BookingAside.tsx';
import { ExpertAbout } from '../components/ExpertAbout.tsx';
import { ExpertFacts } from '../components/ExpertFacts.tsx';
import { words } from '../words.ts';

// They stand last and arrive later than the rest.
const Reviews = lazyPart(async () => (await import('../components/Reviews.tsx')).Reviews);
const ExpertOffers = lazyPart(async () => (await import('../components/ExpertOffers.tsx')).ExpertOffers);
const ExpertHours = lazyPart(async () => (await import('../components/ExpertHours.tsx')).ExpertHours);
const BookingFlow = lazyPart(loadBookingFlow);

/** A profile, and the booking on top of it while the address says `book=1`. */
export function ExpertPage() {
  const { slug = '' } = useParams();
  const { data, error, refetch } = useExpert(slug);
  // Drawn a little at a time: drawn at once it would keep a phone from answering to a touch.
  const expert = useDeferredValue(data);
  const isPending = expert === undefined && error === null;
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const open = () => setSearch((current) => new URLSearchParams([...current, ['book', '1']]));
  // Where the hour is not offered, the page asks what shall be booked.
  const book = () => (expert?.prices.length === 0 ? void navigate(bookingPagePath(expert.slug)) : open());
  const missing = hasCode(error, 'NOT_FOUND');
  return (
    <div className="page flex flex-col gap-6 py-6 md:py-10">
      <header className="flex flex-wrap items-start gap-4 md:gap-6">
        {expert && <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={96} />}
        {/* The heading stays where it is when the rest arrives. */}
        {isPending && <Skeleton className="size-24 shrink-0 rounded-full" />}
        <div className="flex min-w-[min(10rem,100%)] flex-1 flex-col gap-1">
          <PageHeading title={expert?.name ?? (missing ? words.notFound : words.expert)} />
          {expert && (
            <>
              <p className="text-lead text-calm">{expert.category}</p>
              <ExpertFacts expert={expert} />
            </>
          )}
        </div>
      </header>
      {isPending && (
        <Loading label={words.loadingProfile}>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {error !== null && !missing && (
        <LoadFailed title={words.profileFailed} error={error} onRetry={() => void refetch()} />
      )}
      {missing && (
        <EmptyState icon={CalendarX} title={words.notFoundText}>
          <Link to="/experts" className={buttonClass('secondary')}>
            {words.allExperts}
          </Link>
        </EmptyState>
      )}
      {expert && (
        <div className="grid gap-8 lg:grid-cols-[1fr_21rem] lg:grid-rows-[auto_1fr]">
          <div className="flex flex-col gap-6">
            {expert.headline !== '' && <p className="max-w-[68ch] text-lead">{expert.headline}</p>}
            <ExpertAbout expert={expert} />
          </div>
          <div className="lg:row-span-2">
            <BookingAside expert={expert} onBook={book} />
          </div>
          {/* Last, also on phones: they push nothing away. */}
          <div className="flex flex-col gap-8">
            <Suspense>
              <ExpertOffers expert={expert} onBookHour={open}>
                <ExpertHours expert={expert} />
                <Reviews expertId={expert.id} />
              </ExpertOffers>
            </Suspense>
          </div>
        </div>
      )}
      {expert && search.has('book') && (
        <Suspense fallback={<output className="sr-only">{words.opening}</output>}>
          <BookingFlow expert={expert} />
        </Suspense>
      )}
    </div>
  );
}
