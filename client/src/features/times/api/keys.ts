import type { Duration } from '@serene/shared/contracts';

/** What every question for free times says beside its day or month. */
export type TimesFilter = {
  duration: Duration;
  timezone: string;
  /** The viewer's own session that is to be moved: its time does not count as taken. */
  moving?: string | undefined;
};

/** Where free times lie in the cache; all of one expert's share a beginning. */
export const timeKeys = {
  all: ['times'] as const,
  of: (expertId: string) => ['times', expertId] as const,
  day: (expertId: string, day: TimesFilter & { date: string }) => ['times', expertId, 'day', day] as const,
  month: (expertId: string, month: TimesFilter & { month: string }) => ['times', expertId, 'month', month] as const,
} as const;
