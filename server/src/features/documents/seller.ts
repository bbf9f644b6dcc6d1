import { stateOfGstin, type GstState } from '../../config/gstin.ts';
import { gstRates, type TaxRate } from './tax.ts';

/** Who sells, from the configuration. */
export type Seller = {
  name: string;
  address: string[];
  email: string;
  /** Null for a seller who is not registered: their documents show no tax. */
  gstin: string | null;
  /** Services accounting code of what is sold. */
  sac: string;
  /** GST that prices include, in per cent. */
  gstPercent: number;
};

/** The lines below the seller's name. */
export function sellerLines({ address, gstin }: Seller): string[] {
  return [...address, ...(gstin === null ? [] : [`GSTIN ${gstin}`])];
}

/**
 * Where the sale counts as made. Accounts hold no address, and then it is where the seller is (IGST Act §12(2)(b)(ii)).
 */
export function placeOfSupply({ gstin }: Seller): GstState | null {
  return gstin === null ? null : stateOfGstin(gstin);
}

/** The taxes that a seller's prices include; none for a seller without a GSTIN. */
export function taxRatesOf(seller: Seller): TaxRate[] {
  const state = placeOfSupply(seller);
  return state === null ? [] : gstRates(seller.gstPercent, { seller: state, placeOfSupply: state });
}

/** `Karnataka (29)` */
export function stateText({ name, code }: GstState): string {
  return `${name} (${code})`;
}
