/**
 * The price of a session in minor units: rate per hour x minutes / 60, rounded half up to a multiple of `stepMinor`, the
 * least difference that can be paid. All are integers, so no fraction is lost before the one rounding.
 */
export function priceMinor(rateMinorPerHour: number, durationMinutes: number, stepMinor = 1): number {
  return Math.floor((rateMinorPerHour * durationMinutes * 2 + 60 * stepMinor) / (120 * stepMinor)) * stepMinor;
}
