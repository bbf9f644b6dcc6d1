import type { ExpertCard } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { Avatar, buttonClass } from '../../../components/ui/index.ts';
import { hourlyPrice } from '../price-text.ts';
import { words } from '../words.ts';
import { ExpertFacts } from './ExpertFacts.tsx';

type ExpertListItemProps = { expert: ExpertCard };

// Side by side in the narrowest column.
const compact = 'flex-1 px-2 text-small whitespace-nowrap';

/** One expert of the list, with the two ways on. */
export function ExpertListItem({ expert }: ExpertListItemProps) {
  const profile = `/experts/${expert.slug}`;
  return (
    <article aria-label={expert.name} className="flex h-full flex-col gap-4 card p-4 md:p-5">
      <div className="flex gap-4">
        <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={64} />
        <div className="min-w-0">
          <h2 className="text-lead font-semibold">
            <Link to={profile} className="hover:underline">
              {expert.name}
            </Link>
          </h2>
          <p className="text-calm">{expert.category}</p>
        </div>
      </div>
      {expert.headline !== '' && <p className="text-muted">{expert.headline}</p>}
      <ExpertFacts expert={expert} />
      <p className="mt-auto font-semibold tabular-nums">{hourlyPrice(expert)}</p>
      <div className="flex flex-wrap gap-2">
        <Link to={profile} className={`${buttonClass('secondary')} ${compact}`}>
          {words.view}
          <span className="sr-only"> of {expert.name}</span>
        </Link>
        <Link
          to={`${profile}?book=1`}
          aria-label={words.bookWith(expert.name)}
          className={`${buttonClass('primary')} ${compact}`}
        >
          {words.book}
        </Link>
      </div>
    </article>
  );
}
