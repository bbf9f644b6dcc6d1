import type { Duration } from '@serene/shared/contracts';

type Day = { date: string; duration: Duration; timezone: string };
type Month = { month: string; duration: Duration; timezone: string };

/** Where free times and orders lie in the cache; all of one expert's times share a beginning. */
export const bookingKeys = {
  times: (expertId: string) => ['times', expertId] as const,
  day: (expertId: string, day: Day) => ['times', expertId, 'day', day] as const,
  month: (expertId: string, month: Month) => ['times', expertId, 'month', month] as const,
  order: (orderId: string) => ['order', orderId] as const,
} as const;
