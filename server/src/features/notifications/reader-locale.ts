/** The languages that mails are written in. */
export const languages = ['en', 'hi'] as const;
export type Language = (typeof languages)[number];

/** How the mails of somebody speak. */
export type ReaderLocale = {
  /** Of their texts. */
  language: Language;
  /**
   * For `Intl`, which writes dates, times and amounts. Null where the reader's region is not known: then everything is
   * written so that no region misreads it, `Thursday, 15 January 2026, 14:00`.
   */
  intl: string | null;
};

/** For readers of whom nothing is known, and for the team. */
export const plainEnglish: ReaderLocale = { language: 'en', intl: null };

/**
 * How to write to somebody whose account says `tag`. Who reads a language that mails are not written in gets English
 * with the dates of their region; whatever is no language tag counts as unknown.
 */
export function readerLocale(tag: string | null | undefined): ReaderLocale {
  const { language, script, region } = parseTag(tag) ?? {};
  // Hindi in Latin letters is another thing to read.
  if (language === 'hi' && script !== 'Latn') return { language: 'hi', intl: `hi-${region ?? 'IN'}-u-nu-latn` };
  return region === undefined ? plainEnglish : { language: 'en', intl: englishOf(region) };
}

function parseTag(tag: string | null | undefined): Intl.Locale | null {
  if (!tag) return null;
  try {
    return new Intl.Locale(tag);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** By region; asking Intl costs more than the rest of a mail's dates. There are a few hundred regions. */
const known = new Map<string, string | null>();
const mostKnown = 300;

/** English as it is written in a region, or null where Intl would put American dates in its place. */
function englishOf(region: string): string | null {
  const remembered = known.get(region);
  if (remembered !== undefined) return remembered;
  const wanted = `en-${region}`;
  const found = new Intl.DateTimeFormat(wanted).resolvedOptions().locale === wanted ? wanted : null;
  if (known.size < mostKnown) known.set(region, found);
  return found;
}
