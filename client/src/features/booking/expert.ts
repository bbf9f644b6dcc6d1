import type { CancellationPolicy } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';
import { priceMinor, toMajorUnits, toMinorUnits } from '@serene/shared/money';

/** What the booking needs to know of an expert. The optional part makes it say more. */
export type BookableExpert = {
  id: string;
  name: string;
  avatar: string;
  category: string;
  /** Per hour, in major units. */
  rate: number;
  currency: string;
  slug?: string;
  timezone?: string;
  durations?: readonly Duration[];
  /** By length, in major units, as they are charged. */
  prices?: readonly { duration: Duration; amount: number }[];
  cancellationPolicy?: CancellationPolicy;
  requiresApproval?: boolean;
  /** Of the session type whose terms these are; the expert's hour has none. */
  offerTitle?: string;
};

/** The price of a session in major units: as the server says, else by the rate. */
export function priceOf(
  { rate, currency, prices }: Pick<BookableExpert, 'rate' | 'currency' | 'prices'>,
  duration: Duration,
): number {
  const known = prices?.find((price) => price.duration === duration);
  if (known !== undefined) return known.amount;
  return toMajorUnits(priceMinor(toMinorUnits(rate, currency), duration), currency);
}
