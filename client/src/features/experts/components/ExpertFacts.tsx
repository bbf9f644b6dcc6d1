import type { ExpertCard } from '@serene/shared/contracts';
import { Languages, Star } from 'lucide-react';
import { formatList } from '../../../lib/list.ts';
import { words } from '../words.ts';

type ExpertFactsProps = { expert: Pick<ExpertCard, 'rating' | 'languages'> };

/** Rating and languages in one line. */
export function ExpertFacts({ expert: { rating, languages } }: ExpertFactsProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
      <li className="flex items-center gap-1">
        <Star aria-hidden className="size-4" />
        {rating.average === null ? (
          words.unrated
        ) : (
          <>
            <span aria-hidden>
              {rating.average.toFixed(1)} ({rating.count})
            </span>
            <span className="sr-only">{words.rated(rating.average, rating.count)}</span>
          </>
        )}
      </li>
      {languages.length > 0 && (
        <li className="flex items-center gap-1">
          <Languages aria-hidden className="size-4" />
          <span className="sr-only">{words.speaks}: </span>
          {formatList(languages)}
        </li>
      )}
    </ul>
  );
}
