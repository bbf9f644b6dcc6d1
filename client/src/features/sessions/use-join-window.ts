import type { Session } from '@serene/shared/contracts';
import { joinWindow, type SessionRole } from '@serene/shared/lifecycle';
import { useQueryClient } from '@tanstack/react-query';
import { useAtServerTime } from '../../lib/time/at-server-time.ts';
import { useServerNow } from '../../lib/time/server-clock.ts';
import { sessionKeys } from './api/keys.ts';

/**
 * Asks for the sessions anew when the way into one of them opens or closes: only the server gives out its address, and
 * only in between.
 */
export function useJoinWindow(sessions: readonly Session[], viewer: SessionRole): void {
  const queryClient = useQueryClient();
  const now = useServerNow();
  // An admin is given no way in.
  const changes = viewer === 'admin' || now === null ? [] : sessions.flatMap((session) => nextChange(session, now));
  useAtServerTime(changes.length === 0 ? null : Math.min(...changes), () => {
    void queryClient.invalidateQueries({ queryKey: sessionKeys.all });
  });
}

/** When what is shown of a session's way in will no longer be true. */
function nextChange({ status, startsAt, endsAt, joinUrl }: Session, now: number): number[] {
  const { opens, closes } = joinWindow({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) });
  if (joinUrl !== null) return [closes];
  return (status === 'confirmed' || status === 'in-progress') && now < closes ? [opens] : [];
}
