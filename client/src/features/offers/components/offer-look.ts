import type { OfferColor } from '@serene/shared/offers';

/** The colours of the palette: they tell offers apart at a glance and mean nothing else. */
const edges: Record<OfferColor, string> = {
  blue: 'border-l-offer-blue',
  teal: 'border-l-offer-teal',
  green: 'border-l-offer-green',
  amber: 'border-l-offer-amber',
  rose: 'border-l-offer-rose',
  violet: 'border-l-offer-violet',
  slate: 'border-l-offer-slate',
};

export const offerDots: Record<OfferColor, string> = {
  blue: 'bg-offer-blue',
  teal: 'bg-offer-teal',
  green: 'bg-offer-green',
  amber: 'bg-offer-amber',
  rose: 'bg-offer-rose',
  violet: 'bg-offer-violet',
  slate: 'bg-offer-slate',
};

/** The frame of an offer's card. */
export function offerFrame(color: OfferColor): string {
  return `border-l-6 ${edges[color]}`;
}
