import type { Expert } from '@serene/shared/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Button, buttonClass } from '../../../components/ui/index.ts';
import { onIntent } from '../../../lib/on-intent.ts';
import { bookingPagePath, loadBookingFlow, loadBookingTabs } from '../../booking/index.ts';
import { byPosition, OfferCard, OffersShown, useOffers, type OfferChoice } from '../../offers/index.ts';
import { words } from '../offer-words.ts';

type ExpertOffersProps = {
  expert: Expert;
  /** Opens the booking of the expert's hour. */
  onBookHour: () => void;
  /** What stands below; it is not seen before the offers are here, which would push it away. */
  children: ReactNode;
};

/** What can be booked with an expert, in the expert's order, each with the way to book it. */
export function ExpertOffers({ expert, onBookHour, children }: ExpertOffersProps) {
  const query = useOffers(expert);
  return (
    <>
      <section aria-labelledby="offers" className="flex flex-col gap-3">
        <h2 id="offers" className="text-h3 font-semibold">
          {words.offers}
        </h2>
        <OffersShown query={query}>
          {(offers) => (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
              {byPosition(offers).map((offer) => (
                <li key={offer.id}>
                  <OfferCard
                    offer={offer}
                    action={<BookOffer offer={offer} slug={expert.slug} onBookHour={onBookHour} />}
                  />
                </li>
              ))}
            </ul>
          )}
        </OffersShown>
      </section>
      <div className={query.offers === undefined ? 'hidden' : 'contents'}>{children}</div>
    </>
  );
}

type BookOfferProps = { offer: OfferChoice; slug: string; onBookHour: () => void };

/** A session type is booked on a page of its own, which may ask for more than a time. */
function BookOffer({ offer, slug, onBookHour }: BookOfferProps) {
  const label = words.bookOffer(offer.title);
  if (offer.sessionTypeId === null) {
    return (
      <Button variant="secondary" aria-label={label} onClick={onBookHour} {...onIntent(loadBookingFlow)}>
        {words.book}
      </Button>
    );
  }
  return (
    <Link
      to={bookingPagePath(slug, offer.id)}
      aria-label={label}
      className={buttonClass('secondary')}
      {...onIntent(loadBookingTabs)}
    >
      {words.book}
    </Link>
  );
}
