import type { CancellationPolicy, Duration } from '@serene/shared/contracts';
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
  cancellationPolicy?: CancellationPolicy;
  requiresApproval?: boolean;
};

/** The price of a session in major units, by the same rule as the server's. */
export function priceOf({ rate, currency }: Pick<BookableExpert, 'rate' | 'currency'>, duration: Duration): number {
  return toMajorUnits(priceMinor(toMinorUnits(rate, currency), duration), currency);
}
