import type { GstState } from '../../config/gstin.ts';

export type TaxRate = { name: string; ratePercent: number };

/** A price taken apart; the parts add up to it exactly. Minor units. */
export type TaxSplit = { taxableMinor: number; taxes: (TaxRate & { amountMinor: number })[] };

/** Territories without a legislature levy UTGST where states levy SGST (UTGST Act §2(8)). */
const unionTerritories = ['04', '26', '31', '35', '38'];

/** GST of so many per cent: half to the union and half to the state where both are in one, otherwise all of it as IGST. */
export function gstRates(percent: number, states: { seller: GstState; placeOfSupply: GstState }): TaxRate[] {
  const { seller, placeOfSupply } = states;
  if (seller.code !== placeOfSupply.code) return [{ name: 'IGST', ratePercent: percent }];
  const localTax = unionTerritories.includes(seller.code) ? 'UTGST' : 'SGST';
  return ['CGST', localTax].map((name) => ({ name, ratePercent: percent / 2 }));
}

/**
 * Takes taxes out of a price that includes them. Each is rounded half up and the rest is the taxable value, so that CGST
 * and SGST are equal and nothing is lost.
 */
export function splitTax(totalMinor: number, rates: readonly TaxRate[]): TaxSplit {
  const percent = rates.reduce((sum, { ratePercent }) => sum + ratePercent, 0);
  const taxes = rates.map(({ name, ratePercent }) => ({
    name,
    ratePercent,
    amountMinor: Math.round((totalMinor * ratePercent) / (100 + percent)),
  }));
  return { taxableMinor: taxes.reduce((rest, { amountMinor }) => rest - amountMinor, totalMinor), taxes };
}

/**
 * The taxes of one refund of an invoice: what the sum of refunds takes out with it, less what it took out without it. So
 * the credit notes of an invoice that was returned in full add up to its taxes, however many there were.
 */
export function splitRefund(
  { creditedMinor, amountMinor }: { creditedMinor: number; amountMinor: number },
  rates: readonly TaxRate[],
): TaxSplit {
  const before = splitTax(creditedMinor, rates);
  const after = splitTax(creditedMinor + amountMinor, rates);
  return {
    taxableMinor: after.taxableMinor - before.taxableMinor,
    taxes: after.taxes.map((tax, index) => ({
      ...tax,
      amountMinor: tax.amountMinor - (before.taxes[index]?.amountMinor ?? 0),
    })),
  };
}
