import type { Locale } from './locale.ts';

/** `en-IN`, `zh-Hant-TW`, `es-419`: the language and the region of a tag. */
const tagWithRegion = /^([a-z]+)(?:-[a-z]{4})?-([a-z]{2}|\d{3})(?:-|$)/i;

/**
 * A language of the app with the region of this browser, for what is written to the person elsewhere: `hi-IN`. The
 * region is that of the browser's own tag of the language, else of its first that names one; without any, it is left out.
 */
export function regionalLocale(language: Locale): string {
  const found = navigator.languages.flatMap((tag) => {
    const [, spoken, region] = tagWithRegion.exec(tag) ?? [];
    return spoken && region ? [{ spoken: spoken.toLowerCase(), region: region.toUpperCase() }] : [];
  });
  const { region } = found.find(({ spoken }) => spoken === language) ?? found[0] ?? {};
  return region === undefined ? language : `${language}-${region}`;
}
