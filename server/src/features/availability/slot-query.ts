import { minuteMs } from '@serene/shared/time';
import { hoursOf, type SlotQuery, type Terms } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import { findBusy } from '../claims/index.ts';
import type { ExpertRecord } from '../experts/index.ts';

export type SlotRange = {
  expert: Pick<ExpertRecord, '_id' | 'schedule'>;
  /** The starts in `[from, to)`, in epoch milliseconds. */
  from: number;
  to: number;
  now: Date;
  /** Those of the length that is asked for. */
  terms: Terms;
  /** The zone of the dates and times of the answer; the expert's where absent (rule S6). */
  timezone?: string;
  /** The customer whose own hold does not hide a slot (rule S1). */
  exceptHoldOf?: Types.ObjectId;
  /** The claim of the session that is to be moved, which is in nobody's way (rule S1). */
  exceptClaim?: Types.ObjectId;
};

/** Whose slots somebody looks at, on which terms, in which zone's days and times, and who looks. */
export type SlotView = Pick<SlotRange, 'expert' | 'now' | 'terms' | 'exceptHoldOf' | 'exceptClaim'> & {
  timezone: string;
};

/**
 * The engine's question about an expert, with what occupies them. Whoever lists slots and whoever accepts a booking
 * asks it through this function, so the two cannot disagree (rule S1).
 */
export async function loadSlotQuery(range: SlotRange): Promise<SlotQuery> {
  const { expert, terms, from, to, now, timezone, exceptHoldOf, exceptClaim } = range;
  const { schedule } = expert;
  // The last start of the range occupies time after it.
  const occupiedMs = (terms.durationMinutes + terms.bufferMinutes) * minuteMs;
  const busy = await findBusy({
    expertId: expert._id,
    from: new Date(from),
    to: new Date(to + occupiedMs),
    now,
    ...(exceptHoldOf ? { exceptHoldOf } : {}),
    ...(exceptClaim ? { exceptClaim } : {}),
  });
  const hours = hoursOf(schedule);
  return { hours, terms, busy, from, to, now: now.getTime(), timezone: timezone ?? schedule.timezone };
}
