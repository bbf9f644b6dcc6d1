import { CircleCheck } from 'lucide-react';
import { useId } from 'react';
import { RadioOption } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import type { OfferChoice } from '../offer-choice.ts';
import { spokenOffer } from '../offer-text.ts';
import { words } from '../words.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { offerFrame } from './offer-look.ts';

type SessionTypeSelectorProps = {
  /** What there is to choose from; the expert's hour is one of them. */
  sessionTypes: readonly OfferChoice[];
  onSelect: (offer: OfferChoice) => void;
  /** The `id` of the chosen one. */
  selectedId?: string | undefined;
};

/** The offers of an expert as one choice: cards that are radio buttons, so that arrows go from one to the next. */
export function SessionTypeSelector({ sessionTypes, onSelect, selectedId }: SessionTypeSelectorProps) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={words.choose}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))] gap-3"
    >
      {sessionTypes.map((offer) => {
        const isChosen = offer.id === selectedId;
        return (
          <RadioOption
            key={offer.id}
            name={name}
            checked={isChosen}
            label={spokenOffer(offer)}
            onChoose={() => onSelect(offer)}
            className={classNames(
              'items-start! justify-start! gap-3 border border-control bg-surface p-4 hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-soft',
              offerFrame(offer.color),
            )}
          >
            <span className="min-w-0 flex-1">
              <OfferFacts
                offer={offer}
                title={<span className="min-w-0 text-lead font-semibold wrap-anywhere">{offer.title}</span>}
              />
            </span>
            <CircleCheck
              aria-hidden
              className={classNames('mt-1 size-5 shrink-0 text-primary', !isChosen && 'invisible')}
            />
          </RadioOption>
        );
      })}
    </div>
  );
}
