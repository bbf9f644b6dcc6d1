import { currentZoneName, fallbackZone, modernName, runtimeZone } from '@serene/shared/scheduling';
import { formatter } from './formatters.ts';

/** Zones that this browser knows and the server does not. */
const refused = new Set<string>();
const listeners = new Set<() => void>();

/** Today's name of a zone that both this browser and the server know; null for any other text. */
export function knownZone(name: string | null | undefined): string | null {
  const current = name ? currentZoneName(name) : null;
  return current === null || refused.has(current) ? null : current;
}

/** The zone this browser is set to; null where it names none that it knows itself. */
export function browserZone(): string | null {
  return knownZone(runtimeZone());
}

/** Takes note that the server does not know a zone: pages go on in another. */
export function refuseZone(zone: string): void {
  refused.add(zone);
  for (const listener of listeners) listener();
}

/** Calls `listener` when a zone is refused. @returns stops it */
export function onZoneRefused(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The zones that can be chosen, by their names of today. */
export function allZones(): string[] {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone').map(modernName)];
  return [...new Set(names)].filter((name) => !refused.has(name)).toSorted();
}

/** `Kolkata` for `Asia/Kolkata`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `India Standard Time`, `Eastern Time`: without daylight saving in the name, so that it is true all year. */
export function zoneName(zone: string): string {
  // Of UTC the generic name would be `GMT+00:00`.
  return zonePart(zone, new Date(0), zone === fallbackZone ? 'long' : 'longGeneric');
}

/** `GMT+5:30` on the given day, since an offset changes with the season; of a zone unknown here, its name. */
export function zoneOffset(zone: string, at: Date): string {
  return zonePart(zone, at, 'longOffset')
    .replace(/([+-])0/, '$1')
    .replace(':00', '');
}

/** `India Standard Time (Kolkata, GMT+5:30)`; a zone unknown here by its name alone. */
export function describeZone(zone: string, at: Date): string {
  if (knownZone(zone) === null) return zone;
  return `${zoneName(zone)} (${cityOf(zone)}, ${zoneOffset(zone, at)})`;
}

function zonePart(zone: string, at: Date, timeZoneName: 'long' | 'longGeneric' | 'longOffset'): string {
  if (currentZoneName(zone) === null) return zone;
  const parts = formatter(zone, { timeZoneName }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
