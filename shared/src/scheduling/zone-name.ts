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
 * The one name of a zone of the IANA database: today's, in its own letters. Null for what this runtime knows no zone by.
 * @example currentZoneName('asia/calcutta') // 'Asia/Kolkata'
 */
export function currentZoneName(name: string): string | null {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  // Offsets such as +05:30 are accepted by Intl but follow no daylight saving, so they are no zone for a person.
  if (!/^[A-Za-z]/.test(name)) return null;
  const canonical = canonicalName(name);
  if (canonical === null) return null;
  const current = renamed[canonical] ?? canonical;
  if (known.size < rememberedNames) known.set(name, current);
  return current;
}

function canonicalName(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
