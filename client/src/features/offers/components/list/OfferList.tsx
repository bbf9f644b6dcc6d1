import type { HourlyOffer, SessionType } from '@serene/shared/contracts';
import { Tags } from 'lucide-react';
import { Alert, EmptyState, type NoticeText } from '../../../../components/ui/index.ts';
import { announce } from '../../../../lib/announce.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { useOrderOffers } from '../../api/arrange-offers.ts';
import { moved } from '../../draft/moved.ts';
import { words } from '../../list-words.ts';
import { AddOffer } from './AddOffer.tsx';
import { HourRow } from './HourRow.tsx';
import { TypeRow } from './TypeRow.tsx';

type OfferListProps = {
  expertId: string;
  hour: HourlyOffer;
  types: readonly SessionType[];
  onDone: (notice: NoticeText) => void;
};

/** All that an expert offers: the hour, then the session types as the cards of the profile stand. */
export function OfferList({ expertId, hour, types, onDone }: OfferListProps) {
  const { arrange, error } = useOrderOffers(expertId);
  const move = (from: number, by: -1 | 1) => {
    arrange(moved(types, from, by));
    announce(words.moved(types[from]?.title ?? '', from + by + 1, types.length));
  };
  return (
    <section aria-label={words.list} className="flex flex-col gap-3">
      {error !== null && (
        <Alert tone="bad" live="assertive" title={words.orderFailed}>
          {explain(error)}
        </Alert>
      )}
      <ul className="flex flex-col gap-3">
        <li>
          <HourRow hour={hour} />
        </li>
        {types.map((type, index) => (
          <li key={type.id}>
            <TypeRow
              type={type}
              currency={hour.currency}
              order={{
                isFirst: index === 0,
                isLast: index === types.length - 1,
                onMove: (by) => move(index, by),
              }}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
      {types.length === 0 && (
        <EmptyState icon={Tags} title={words.empty}>
          <AddOffer />
        </EmptyState>
      )}
    </section>
  );
}
