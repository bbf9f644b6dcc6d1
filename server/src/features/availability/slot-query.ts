import type { SlotQuery } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import { findBusy } from '../claims/index.ts';
import type { ExpertRecord } from '../experts/index.ts';

export type SlotRange = {
  expert: Pick<ExpertRecord, '_id' | 'schedule'>;
  /** The starts in `[from, to)`, in epoch milliseconds. */
  from: number;
  to: number;
  now: Date;
  durationMinutes: number;
  /** The zone of the dates and times of the answer; the expert's where absent (rule S6). */
  timezone?: string;
  /** The customer whose own hold does not hide a slot (rule S1). */
  exceptHoldOf?: Types.ObjectId;
  /** The claim of the session that is to be moved, which is in nobody's way (rule S1). */
  exceptClaim?: Types.ObjectId;
};

/** Whose slots somebody looks at, how long, in which zone's days and times, and who looks. */
export type SlotView = Pick<SlotRange, 'expert' | 'now' | 'durationMinutes' | 'exceptHoldOf' | 'exceptClaim'> & {
  timezone: string;
};

/**
 * The engine's question about an expert, with what occupies them. Whoever lists slots and whoever accepts a booking
 * asks it through this function, so the two cannot disagree (rule S1).
 */
export async function loadSlotQuery(range: SlotRange): Promise<SlotQuery> {
  const { expert, from, to, now, durationMinutes, timezone, exceptHoldOf, exceptClaim } = range;
  const { schedule } = expert;
  // The last start of the range occupies time after it.
  const occupiedMs = (durationMinutes + schedule.bufferMinutes) * 60_000;
  const busy = await findBusy({
    expertId: expert._id,
    from: new Date(from),
    to: new Date(to + occupiedMs),
    now,
    ...(exceptHoldOf ? { exceptHoldOf } : {}),
    ...(exceptClaim ? { exceptClaim } : {}),
  });
  return { schedule, busy, from, to, now: now.getTime(), durationMinutes, timezone: timezone ?? schedule.timezone };
}
