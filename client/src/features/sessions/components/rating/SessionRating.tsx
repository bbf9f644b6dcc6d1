import type { Session } from '@serene/shared/contracts';
import { words } from '../../outcome-words.ts';
import { Stars } from './Stars.tsx';

type SessionRatingProps = { session: Session };

/** The rating that was given, for both people; the expert reads where there is none yet. */
export function SessionRating({ session: { status, rating, review, customer } }: SessionRatingProps) {
  if (rating === null && (status !== 'completed' || customer === undefined)) return null;
  return (
    <section aria-labelledby="rating" className="flex flex-col gap-2 card p-5 md:p-6">
      <h2 id="rating" className="text-h3 font-semibold">
        {customer === undefined ? words.yourRating : words.ratingOf(customer.name)}
      </h2>
      {rating === null ? (
        <p className="text-muted">{words.notRatedYet(customer?.name ?? '')}</p>
      ) : (
        <p className="flex items-center gap-2 font-medium">
          <Stars count={rating} />
          {words.outOf(rating)}
        </p>
      )}
      {review !== null && <p className="wrap-anywhere whitespace-pre-line">{review}</p>}
    </section>
  );
}
