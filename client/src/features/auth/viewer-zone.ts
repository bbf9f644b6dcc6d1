import { useSyncExternalStore } from 'react';
import { browserZone, currentName } from '../../lib/time/zones.ts';
import { useChangeZone } from './api/change-zone.ts';
import { useCurrentUser } from './api/current-user.ts';

const stored = 'serene.timezone';
const listeners = new Set<() => void>();

/** The zone all times are shown in: the profile's, else the one picked in this browser, else the browser's own. */
export function useViewerZone(): { zone: string; changeZone: (zone: string) => void } {
  const { data: user } = useCurrentUser();
  const picked = useSyncExternalStore(subscribe, readPicked);
  const { mutate: keepInProfile } = useChangeZone();
  return {
    zone: currentName(user?.timezone ?? picked ?? browserZone()),
    changeZone: user ? keepInProfile : pick,
  };
}

function pick(zone: string): void {
  localStorage.setItem(stored, zone);
  for (const listener of listeners) listener();
}

function readPicked(): string | null {
  return localStorage.getItem(stored);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
