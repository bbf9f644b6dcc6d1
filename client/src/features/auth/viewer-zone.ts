import { fallbackZone } from '@serene/shared/scheduling';
import { useSyncExternalStore } from 'react';
import { kept } from '../../lib/guarded/storage.ts';
import { browserZone, knownZone, onZoneRefused } from '../../lib/time/zones.ts';
import { useChangeZone } from './api/change-zone.ts';
import { useCurrentUser } from './api/current-user.ts';

const stored = 'serene.timezone';
const listeners = new Set<() => void>();

export type ViewerZone = {
  zone: string;
  /** Whether the zone that was to be shown is not known, here or to the server, and `zone` stands in for it. */
  isStandIn: boolean;
  changeZone: (zone: string) => void;
};

/**
 * The zone all times are shown in: the profile's, else the one picked in this browser, else the browser's own. Where
 * that is unknown the next one stands in, in the end UTC.
 */
export function useViewerZone(): ViewerZone {
  const { data: user } = useCurrentUser();
  const picked = useSyncExternalStore(subscribe, readPicked);
  const browsers = useSyncExternalStore(onZoneRefused, browserZone);
  const { mutate: keepInProfile } = useChangeZone();
  const wanted = user?.timezone ?? picked;
  const zone = wanted === null ? browsers : knownZone(wanted);
  return {
    zone: zone ?? browsers ?? fallbackZone,
    isStandIn: zone === null,
    changeZone: user ? keepInProfile : pick,
  };
}

function pick(zone: string): void {
  kept.write(stored, zone);
  for (const listener of listeners) listener();
}

function readPicked(): string | null {
  return kept.read(stored);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
