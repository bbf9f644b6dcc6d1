import { minuteMs } from '@serene/shared/time';
import { useQuery } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { sessionKeys } from './keys.ts';

type TimeOf = { expertId: string; startsAt: string; /** Minutes. */ duration: number };

/** As many as one answer holds: whoever books more at once finds the session in the list as well. */
const lookedAt = 100;

/** The person's own session with the expert that lies in this time; null where it is somebody else's. */
export function useOwnSessionAt(time: TimeOf) {
  return useQuery({
    queryKey: sessionKeys.at(time),
    queryFn: async ({ signal }): Promise<Session | null> => {
      const query = { as: 'customer', when: 'upcoming', limit: lookedAt } as const;
      const { sessions } = await request('GET /sessions', { query, signal });
      return sessions.find((session) => overlaps(session, time)) ?? null;
    },
    staleTime: 0,
  });
}

function overlaps({ expert, startsAt, endsAt }: Session, time: TimeOf): boolean {
  const from = Date.parse(time.startsAt);
  const to = from + time.duration * minuteMs;
  return expert.id === time.expertId && Date.parse(startsAt) < to && from < Date.parse(endsAt);
}
