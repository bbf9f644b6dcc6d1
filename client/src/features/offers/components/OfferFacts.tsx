import { Hourglass, Route, Timer, UserCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import type { OfferChoice } from '../offer-choice.ts';
import { priceText } from '../offer-text.ts';
import { words } from '../words.ts';

type OfferFactsProps = { offer: OfferChoice; title: ReactNode };

/** What a card says about an offer. Spans alone, since a card may be the label of a radio button. */
export function OfferFacts({ offer, title }: OfferFactsProps) {
  const { prices, currency, description, isPathway, isForMembers, requiresApproval } = offer;
  return (
    <span className="flex min-w-0 flex-col gap-2">
      <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        {title}
        <span className="font-semibold tabular-nums">{priceText(offer)}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted tabular-nums">
        {prices.length > 0 && <Timer aria-hidden strokeWidth={1.75} className="-mr-3 size-4" />}
        {prices.map(({ duration, amount }) => (
          <span key={duration}>
            {words.minutes(duration)}
            {prices.length > 1 && ` ${formatMoney(amount, currency)}`}
          </span>
        ))}
      </span>
      {description !== '' && <span className="wrap-anywhere whitespace-pre-line text-muted">{description}</span>}
      {(isPathway || isForMembers) && (
        <span className="flex flex-wrap gap-2">
          {isPathway && (
            <Chip tone="calm" icon={Route}>
              {words.pathway}
            </Chip>
          )}
          {isForMembers && (
            <Chip tone="plain" icon={UserCheck}>
              {words.members}
            </Chip>
          )}
        </span>
      )}
      {requiresApproval && (
        <span className="flex items-start gap-1 text-small text-muted">
          <Hourglass aria-hidden strokeWidth={1.75} className="mt-0.5 size-4 shrink-0" />
          {words.approval}
        </span>
      )}
    </span>
  );
}
