import { formatter } from './formatters.ts';

// Runtimes still report some zones by the name they had before the place was renamed.
const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Pacific/Enderbury': 'Pacific/Kanton',
};

/** Today's name of a zone. */
export function currentName(zone: string): string {
  return renamed[zone] ?? zone;
}

/** The zone this browser is set to. */
export function browserZone(): string {
  return currentName(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** The zones this runtime knows, by their names of today. */
export function allZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(currentName)])].toSorted();
}

/** `Kolkata` for `Asia/Kolkata`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `India Standard Time`, `Eastern Time`: without daylight saving in the name, so that it is true all year. */
export function zoneName(zone: string): string {
  return zonePart(zone, new Date(0), 'longGeneric');
}

/** `GMT+5:30` on the given day, since an offset changes with the season. */
export function zoneOffset(zone: string, at: Date): string {
  return zonePart(zone, at, 'longOffset')
    .replace(/([+-])0/, '$1')
    .replace(':00', '');
}

/** `India Standard Time (Kolkata, GMT+5:30)` */
export function describeZone(zone: string, at: Date): string {
  return `${zoneName(zone)} (${cityOf(zone)}, ${zoneOffset(zone, at)})`;
}

function zonePart(zone: string, at: Date, timeZoneName: 'longGeneric' | 'longOffset'): string {
  const parts = formatter(zone, { timeZoneName }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
