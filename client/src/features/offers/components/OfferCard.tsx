import { useId, type ReactNode } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import type { OfferChoice } from '../offer-choice.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { offerFrame } from './offer-look.ts';

type OfferCardProps = {
  offer: OfferChoice;
  /** The heading's level: cards under a heading of the page are one below it. */
  level?: 2 | 3 | 4;
  /** What can be done with it: a button or a link to book it. */
  action?: ReactNode;
};

/** An offer with all that decides about it. */
export function OfferCard({ offer, level = 3, action }: OfferCardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  const title = (
    <Heading id={id} className="min-w-0 text-lead font-semibold wrap-anywhere">
      {offer.title}
    </Heading>
  );
  return (
    <article
      aria-labelledby={id}
      className={classNames('flex h-full flex-col gap-4 card p-4', offerFrame(offer.color))}
    >
      <OfferFacts offer={offer} title={title} />
      {action !== undefined && <div className="mt-auto flex flex-wrap gap-2">{action}</div>}
    </article>
  );
}
