import type { ExpertCard } from '@serene/shared/contracts';
import { memo } from 'react';
import { useViewerZone } from '../../auth/index.ts';
import type { NextTimeOf } from '../api/next-times.ts';
import { ExpertListItem } from './ExpertListItem.tsx';

type ExpertCardsProps = {
  pages: readonly { experts: readonly ExpertCard[] }[];
  nextTimes: NextTimeOf;
};

/** The items of the list, drawn again only when one of them has changed. */
export const ExpertCards = memo(function ExpertCards({ pages, nextTimes }: ExpertCardsProps) {
  const { zone } = useViewerZone();
  return pages.flatMap(({ experts }) =>
    experts.map((expert) => (
      <li key={expert.id}>
        <ExpertListItem expert={expert} nextTime={nextTimes[expert.id]} zone={zone} />
      </li>
    )),
  );
});
