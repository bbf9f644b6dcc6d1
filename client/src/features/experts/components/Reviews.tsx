import { Star } from 'lucide-react';
import { LoadFailed, LoadMore } from '../../../components/ui/index.ts';
import { shortDay } from '../../../lib/time/format.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useReviews } from '../api/reviews.ts';
import { words } from '../review-words.ts';

type ReviewsProps = { expertId: string };

/** What customers wrote; nothing where nobody has written yet, since the rating says so above. */
export function Reviews({ expertId }: ReviewsProps) {
  const { zone } = useViewerZone();
  const reviews = useReviews(expertId);
  const found = reviews.data?.pages.flatMap((page) => page.reviews) ?? [];
  if (reviews.error === null && found.length === 0) return null;
  return (
    <section aria-labelledby="reviews" className="flex flex-col gap-3">
      <h2 id="reviews" className="text-h3 font-semibold">
        {words.reviews}
      </h2>
      {reviews.error !== null && found.length === 0 && (
        <LoadFailed title={words.reviewsFailed} error={reviews.error} onRetry={() => void reviews.refetch()} />
      )}
      <ul className="flex flex-col gap-4">
        {found.map(({ id, rating, review, author, startsAt }) => (
          <li key={id} className="flex flex-col gap-1 border-t border-line pt-4">
            <p className="flex flex-wrap items-center gap-x-2 text-small text-muted">
              <span className="flex items-center gap-1 font-semibold text-ink">
                <Star aria-hidden className="size-4" />
                <span aria-hidden>{rating}</span>
                <span className="sr-only">{words.ratingOf(rating)}</span>
              </span>
              <span>{words.reviewBy(author, shortDay(startsAt, zone))}</span>
            </p>
            <p className="max-w-[68ch] whitespace-pre-line break-words">{review}</p>
          </li>
        ))}
      </ul>
      <LoadMore query={reviews} label={words.moreReviews} busyLabel={words.loadingReviews} />
    </section>
  );
}
