/** Which bookings the answers to each Idempotency-Key named, by the id of its row (rule B6): never more than one. */
export class KnownKeys {
  private readonly bookings = new Map<string, Set<string>>();

  note(rowId: string, bookingId: string): void {
    const known = this.bookings.get(rowId) ?? new Set<string>();
    this.bookings.set(rowId, known.add(bookingId));
  }

  list(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.bookings;
  }
}
