import { Chip } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { words as listWords } from '../../list-words.ts';
import type { OfferChoice } from '../../offer-choice.ts';
import { OfferCard } from '../OfferCard.tsx';

type OfferPreviewProps = { offer: OfferChoice; isActive: boolean };

/** The card as customers will see it. It changes with every letter, so it is no live region. */
export function OfferPreview({ offer, isActive }: OfferPreviewProps) {
  return (
    <section aria-labelledby="offer-preview" className="flex flex-col gap-3 lg:sticky lg:top-20">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="offer-preview" className="text-h3 font-semibold">
          {words.previewTitle}
        </h2>
        {!isActive && <Chip tone="warn">{listWords.off}</Chip>}
      </div>
      <OfferCard offer={offer} />
    </section>
  );
}
