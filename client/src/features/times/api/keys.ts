import type { Duration } from '@serene/shared/scheduling';
import type { Query } from '@tanstack/react-query';

/** What every question for free times says beside its day or month. */
export type TimesFilter = {
  duration: Duration;
  /** The offer whose times are asked for; the expert's hour where absent. A session type has its own length. */
  sessionTypeId?: string | undefined;
  timezone: string;
  /** The viewer's own session that is to be moved: its time does not count as taken. */
  moving?: string | undefined;
};

/** Where free times lie in the cache. */
export const timeKeys = {
  all: ['times'] as const,
  day: (expertId: string, day: TimesFilter & { date: string }) => ['times', expertId, 'day', day] as const,
  month: (expertId: string, month: TimesFilter & { month: string }) => ['times', expertId, 'month', month] as const,
  /** The next times of one expert or several. */
  next: (expertIds: readonly string[], count: number) => ['times', expertIds.join(','), 'next', count] as const,
} as const;

/** Picks all that shows free times of the expert: days, months, and what is next, also among those of others. */
export function timesOf(expertId: string) {
  return {
    predicate: ({ queryKey: [kind, experts] }: Query) =>
      kind === timeKeys.all[0] && typeof experts === 'string' && experts.split(',').includes(expertId),
  };
}
