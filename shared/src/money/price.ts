/**
 * The price of a session in minor units: rate per hour x minutes / 60, rounded half up.
 * Both arguments are integers, so no fraction of a minor unit is lost before the rounding.
 */
export function priceMinor(rateMinorPerHour: number, durationMinutes: number): number {
  return Math.floor((rateMinorPerHour * durationMinutes * 2 + 60) / 120);
}
