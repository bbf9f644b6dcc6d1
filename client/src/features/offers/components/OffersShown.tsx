import { CalendarX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { buttonClass, EmptyState, LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import type { OfferChoice } from '../offer-choice.ts';
import type { Offers } from '../use-offers.ts';
import { words } from '../words.ts';

type OffersShownProps = {
  /** What `useOffers` gives. */
  query: Offers;
  children: (offers: OfferChoice[]) => ReactNode;
};

/** The offers of an expert as soon as they are here; what stands there until then, without any, and after a failure. */
export function OffersShown({ query: { offers, error, retry }, children }: OffersShownProps) {
  if (offers === undefined) {
    return (
      <Loading label={words.loading}>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))] gap-3">
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </div>
      </Loading>
    );
  }
  return (
    <>
      {error !== null && <LoadFailed title={words.loadFailed} error={error} onRetry={retry} />}
      {offers.length > 0 && children(offers)}
      {offers.length === 0 && error === null && (
        <EmptyState icon={CalendarX} title={words.none}>
          <Link to="/experts" className={buttonClass('secondary')}>
            {words.allExperts}
          </Link>
        </EmptyState>
      )}
    </>
  );
}
