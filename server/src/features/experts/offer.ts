import type { CancellationPolicy } from '@serene/shared/contracts';
import { type Duration, termsOf, type Terms } from '@serene/shared/scheduling';
import type { ExpertRecord } from './model.ts';
import { hasPayablePrice, sessionPriceMinor } from './prices.ts';

/** What can be booked with an expert, and on which terms (rule F1). */
export type Offer = {
  /** Null is the hourly offer, the one that every expert begins with. */
  readonly sessionTypeId: null;
  readonly isActive: boolean;
  /** The lengths that can be booked, in minutes: those of the expert whose price can be paid. */
  readonly durations: readonly Duration[];
  readonly currency: string;
  readonly policy: CancellationPolicy;
  readonly requiresApproval: boolean;
  /** The price of a session of so many minutes, in minor units; 0 is free. Asked for a length that was offered once, too. */
  readonly priceMinor: (durationMinutes: number) => number;
  readonly terms: (durationMinutes: number) => Terms;
};

/** What of an expert makes their offer. */
export type OfferingExpert = Pick<
  ExpertRecord,
  'isActive' | 'schedule' | 'rateMinor' | 'currency' | 'cancellationPolicy' | 'requiresApproval'
>;

/**
 * The one answer to what an expert sells: listing, holding, settling, moving, pages and mails ask it (rule F1). What was
 * held or booked keeps the terms that were shown with it.
 */
export function offerOf(expert: OfferingExpert): Offer {
  const { schedule, currency, isActive, cancellationPolicy: policy, requiresApproval } = expert;
  return {
    sessionTypeId: null,
    isActive,
    durations: schedule.durations.filter((duration) => hasPayablePrice(expert, duration)),
    currency,
    policy,
    requiresApproval,
    priceMinor: (durationMinutes) => sessionPriceMinor(expert, durationMinutes),
    terms: (durationMinutes) => termsOf(schedule, durationMinutes),
  };
}
