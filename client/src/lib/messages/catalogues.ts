import type { Locale } from './locale.ts';
import type { Catalogue } from './translate.ts';

const catalogues: Record<Exclude<Locale, 'en'>, () => Promise<{ default: Catalogue }>> = {
  hi: () => import('../../messages/hi.json?compiled'),
};

/** Fetches the words of a language; English has come with the code, and the others stay on the server. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? {} : (await catalogues[locale]()).default;
}
