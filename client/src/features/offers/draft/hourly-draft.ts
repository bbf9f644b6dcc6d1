import type { HourlyOffer } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';
import { faults, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { faultWords as words } from '../fault-words.ts';
import { fitsCurrency, readAmount } from './read-amount.ts';

/** The expert's hour while it is edited; the rate as it was typed. */
export type HourlyDraft = { isActive: boolean; rate: string; currency: string; durations: readonly Duration[] };

/** What there is to edit in the expert's hour. */
export function hourlyDraftOf({ isActive, rate, currency, durations }: HourlyOffer): HourlyDraft {
  return { isActive, rate: String(rate), currency, durations: durations.toSorted((one, other) => one - other) };
}

/** What is sent of a draft without faults. */
export function hourlyBodyOf({ isActive, rate, currency, durations }: HourlyDraft, { version }: HourlyOffer) {
  return { isActive, rate: readAmount(rate) ?? 0, currency, durations: [...durations], version };
}

/** All that is wrong with the expert's hour, by the field it belongs to. */
export function hourlyFaultsOf({ rate, currency, durations }: HourlyDraft): FieldErrors {
  const amount = readAmount(rate);
  return faults({
    rate: amount === undefined ? words.noPrice : !fitsCurrency(amount, currency) && words.tooManyDecimals(currency),
    durations: durations.length === 0 && words.noLength,
  });
}

/** What the server found wrong with it: a price that cannot be paid is the fault of a length. */
export function hourlyRefusalsOf(error: unknown): FieldErrors {
  return Object.fromEntries(
    Object.entries(serverFaults(error)).map(([path, message]) => [
      path.startsWith('duration') ? 'durations' : path,
      message,
    ]),
  );
}
