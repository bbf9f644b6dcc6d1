import { minuteMs } from '@serene/shared/time';

/** Until when a session that ends at `endsAt` occupies its expert: the break that follows belongs to it (rule S2). */
export function busyUntilOf(endsAt: Date, { bufferMinutes }: { bufferMinutes: number }): Date {
  return new Date(endsAt.getTime() + bufferMinutes * minuteMs);
}
