/** Runtimes still answer with the names that some zones had before their place, or its spelling, was renamed. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Asking Intl costs more than the rest of a request's checks, and people send the same few zones. */
const known = new Map<string, string>();
const rememberedNames = 1000;

/**
 * The one name of a zone of the IANA database: today's, in its own letters, or the one before where this runtime is too
 * old for it. Null for what this runtime knows no zone by.
 * @example currentZoneName('asia/calcutta') // 'Asia/Kolkata'
 */
export function currentZoneName(name: string): string | null {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  // Offsets such as +05:30 are accepted by Intl but follow no daylight saving, so they are no zone for a person.
  if (!/^[A-Za-z]/.test(name)) return null;
  const canonical = canonicalName(name) ?? canonicalName(nameBefore(name));
  if (canonical === null) return null;
  const current = modernName(canonical);
  if (known.size < rememberedNames) known.set(name, current);
  return current;
}

/** Today's name of a zone that this runtime names, as far as it knows the zone by it. */
export function modernName(canonical: string): string {
  const modern = renamed[canonical];
  return modern !== undefined && canonicalName(modern) !== null ? modern : canonical;
}

/** The zone of times whose own zone nobody can name. */
export const fallbackZone = 'UTC';

/**
 * A zone that can be computed with, whatever was stored: an old account may hold a name that was never one, or that
 * only a newer runtime knows.
 * @example zoneOrUtc('Asia/Calcuta') // 'UTC'
 */
export function zoneOrUtc(name: string): string {
  return currentZoneName(name) ?? fallbackZone;
}

/** The zone that this runtime is set to, or null where it names none that it can compute with. */
export function runtimeZone(): string | null {
  const { timeZone }: { timeZone?: string } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === undefined ? null : currentZoneName(timeZone);
}

function nameBefore(modern: string): string | undefined {
  return Object.keys(renamed).find((name) => renamed[name] === modern);
}

function canonicalName(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
