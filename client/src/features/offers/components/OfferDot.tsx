import type { OfferColor } from '@serene/shared/offers';
import { classNames } from '../../../lib/class-names.ts';
import { offerDots } from './offer-look.ts';

/** The colour of an offer, beside its name. */
export function OfferDot({ color }: { color: OfferColor }) {
  return <span aria-hidden className={classNames('size-4 shrink-0 rounded-full', offerDots[color])} />;
}
