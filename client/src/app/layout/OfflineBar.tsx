import { notifyManager, useQueryClient, type QueryCache } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { currentUserKey, useViewerZone } from '../../features/auth/index.ts';
import { dayKey } from '../../lib/time/days.ts';
import { clockTimeWithZone, shortDayAndTime } from '../../lib/time/format.ts';
import { serverNow, serverTimeOf } from '../../lib/time/server-clock.ts';
import { useOnline } from '../../lib/use-online.ts';
import { words } from '../words.ts';

/** Says under the header that there is no connection, and from when what is on screen is. */
export function OfflineBar() {
  return useOnline() ? null : <OfflineNotice />;
}

function OfflineNotice() {
  const { zone } = useViewerZone();
  const shownFrom = useShownFrom();
  return (
    <output className="sticky top-16 z-20 block bg-warn-soft px-4 py-2 text-center text-small text-warn">
      {shownFrom === undefined ? words.offline : words.offlineSince(dayOrTime(new Date(serverTimeOf(shownFrom)), zone))}
    </output>
  );
}

/** When the oldest of what is on screen was fetched, in epoch milliseconds of this device. */
function useShownFrom(): number | undefined {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)), [cache]);
  return useSyncExternalStore(subscribe, () => oldestInView(cache));
}

function oldestInView(cache: QueryCache): number | undefined {
  const inView = cache.findAll({ type: 'active', predicate: ({ queryKey }) => queryKey[0] !== currentUserKey[0] });
  const fetched = inView.map(({ state }) => state.dataUpdatedAt).filter((time) => time > 0);
  return fetched.length === 0 ? undefined : Math.min(...fetched);
}

/** `2:00 pm IST` of today, with the day where that is another. */
function dayOrTime(instant: Date, zone: string): string {
  const isToday = dayKey(instant, zone) === dayKey(new Date(serverNow()), zone);
  return isToday ? clockTimeWithZone(instant, zone) : shortDayAndTime(instant, zone);
}
