import { kept } from '../../lib/guarded/storage.ts';

const stored = 'serene.last-checkout';

/** Remembers whose checkout this browser opens: a way back from the gateway may name no booking. */
export function noteCheckout({ bookingId }: { bookingId: string }): void {
  kept.write(stored, bookingId);
}

/** The booking whose checkout this browser opened last. */
export function lastCheckout(): string | null {
  return kept.read(stored);
}
