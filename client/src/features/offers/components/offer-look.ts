import type { OfferColor } from '@serene/shared/offers';

/** The edge of a card in each colour of the palette: it tells offers apart at a glance and means nothing else. */
const edges: Record<OfferColor, string> = {
  blue: 'border-l-offer-blue',
  teal: 'border-l-offer-teal',
  green: 'border-l-offer-green',
  amber: 'border-l-offer-amber',
  rose: 'border-l-offer-rose',
  violet: 'border-l-offer-violet',
  slate: 'border-l-offer-slate',
};

/** The frame of an offer's card. */
export function offerFrame(color: OfferColor): string {
  return `border-l-6 ${edges[color]}`;
}
