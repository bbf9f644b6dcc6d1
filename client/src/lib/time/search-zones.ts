import { allZones, cityOf, zoneName, zoneOffset } from './zones.ts';

/** A zone as a person picks it. */
export type ZoneChoice = { zone: string; city: string; name: string; offset: string };

/** Every zone with its offset on the given day, by city. */
export function zoneChoices(at: Date): ZoneChoice[] {
  return allZones()
    .map((zone) => ({ zone, city: cityOf(zone), name: zoneName(zone), offset: zoneOffset(zone, at) }))
    .toSorted((a, b) => a.city.localeCompare(b.city));
}

/** The zones whose city, region, name or offset contain every word of the search. */
export function searchZones(choices: readonly ZoneChoice[], search: string): ZoneChoice[] {
  const words = search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return choices.filter(({ zone, city, name, offset }) => {
    const text = `${zone} ${city} ${name} ${offset}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
