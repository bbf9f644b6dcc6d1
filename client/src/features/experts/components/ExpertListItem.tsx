import type { ExpertCard } from '@serene/shared/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { MessageCircleHeart } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Avatar, buttonClass, Chip } from '../../../components/ui/index.ts';
import { onIntent } from '../../../lib/on-intent.ts';
import { bookingPagePath, loadBookingFlow } from '../../booking/index.ts';
import { expertQueryOptions } from '../api/expert.ts';
import { loadExpertPage } from '../load-expert-page.ts';
import { hourlyPrice } from '../price-text.ts';
import { words as listWords } from '../list-words.ts';
import { words } from '../words.ts';
import { ExpertFacts } from './ExpertFacts.tsx';
import { NextTime } from './NextTime.tsx';

type ExpertListItemProps = {
  expert: ExpertCard;
  /** When they are free next: null for never, undefined until that is known. */
  nextTime: string | null | undefined;
  zone: string;
};

// Side by side in the narrowest column.
const compact = 'flex-1 px-2 text-small whitespace-nowrap';

/** One expert of the list, with the two ways on. */
export function ExpertListItem({ expert, nextTime, zone }: ExpertListItemProps) {
  const queryClient = useQueryClient();
  const profile = `/experts/${expert.slug}`;
  const hasHour = expert.prices.length > 0;
  const prepareProfile = () => Promise.all([loadExpertPage(), queryClient.query(expertQueryOptions(expert.slug))]);
  const prepareBooking = () => Promise.all([prepareProfile(), loadBookingFlow()]);
  return (
    <article aria-label={expert.name} className="flex h-full flex-col gap-4 card p-4 md:p-5">
      <div className="flex flex-wrap gap-4">
        <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={64} />
        <div className="min-w-[min(9rem,100%)] flex-1">
          <h2 className="text-lead font-semibold">
            <Link to={profile} className="hover:underline" {...onIntent(prepareProfile)}>
              {expert.name}
            </Link>
          </h2>
          <p className="text-calm">{expert.category}</p>
        </div>
      </div>
      {expert.headline !== '' && <p className="text-muted">{expert.headline}</p>}
      <ExpertFacts expert={expert} />
      <div className="mt-auto flex flex-col gap-1">
        {expert.hasFreeTalk && (
          <p>
            <Chip tone="calm" icon={MessageCircleHeart}>
              {listWords.freeTalk}
            </Chip>
          </p>
        )}
        {hasHour && <p className="font-semibold tabular-nums">{hourlyPrice(expert)}</p>}
        <NextTime startsAt={nextTime} zone={zone} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Link
          to={profile}
          aria-label={listWords.viewOf(expert.name)}
          className={`${buttonClass('secondary')} ${compact}`}
          {...onIntent(prepareProfile)}
        >
          {listWords.view}
        </Link>
        <Link
          to={hasHour ? `${profile}?book=1` : bookingPagePath(expert.slug)}
          aria-label={listWords.bookWith(expert.name)}
          className={`${buttonClass('primary')} ${compact}`}
          {...onIntent(prepareBooking)}
        >
          {words.book}
        </Link>
      </div>
    </article>
  );
}
