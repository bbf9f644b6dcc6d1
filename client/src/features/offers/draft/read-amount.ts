import { toMajorUnits, toMinorUnits } from '@serene/shared/money';

/** `1500`, `1500.50`, and with the separators of both our languages: `1,500`, `1,50,000`. */
const amount = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.\d+)?$/;

/** An amount in major units that somebody typed; undefined where it cannot be read, or could be read in two ways. */
export function readAmount(text: string): number | undefined {
  const typed = text.trim();
  return amount.test(typed) ? Number(typed.replaceAll(',', '')) : undefined;
}

/** Whether the amount has no more decimals than its currency. */
export function fitsCurrency(major: number, currency: string): boolean {
  return toMajorUnits(toMinorUnits(major, currency), currency) === major;
}
