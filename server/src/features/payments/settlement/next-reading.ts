const dayMs = 24 * 60 * 60_000;

/** When a payment that was settled or lost its slot is read again: refunds and disputes happen elsewhere too (M10). */
export function nextReading(now: Date): Date {
  return new Date(now.getTime() + dayMs);
}
