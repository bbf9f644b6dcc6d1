import { kept } from '../guarded/storage.ts';

/** The languages of the app, with what `Intl` and the page's `lang` call them; digits are Latin in both. */
export const locales = {
  en: { intl: 'en-IN', lang: 'en-IN' },
  hi: { intl: 'hi-IN-u-nu-latn', lang: 'hi-IN' },
} as const;

export type Locale = keyof typeof locales;

/** By the code of the language, English first. */
export const localeCodes: readonly Locale[] = ['en', 'hi'];

const stored = 'serene.locale';

/** The language this browser was set to, else the first of its own languages that we speak, else English. */
export function chosenLocale(): Locale {
  const wanted = [kept.read(stored) ?? '', ...navigator.languages];
  const spoken = wanted.map((tag) => localeCodes.find((code) => code === tag.toLowerCase().split('-')[0]));
  return spoken.find((code) => code !== undefined) ?? 'en';
}

/** Keeps the language for this and later visits; the texts of the open page stay until it is loaded again. */
export function keepLocale(locale: Locale): void {
  kept.write(stored, locale);
}
