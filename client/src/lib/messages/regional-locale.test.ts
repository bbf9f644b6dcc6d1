import { afterEach, expect, it, vi } from 'vitest';
import { regionalLocale } from './regional-locale.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['en', ['en-GB', 'hi-IN'], 'en-GB'],
  ['hi', ['en-GB', 'hi-IN'], 'hi-IN'],
  // The language of the app was chosen; the region is where the browser is at home.
  ['hi', ['en-US', 'en'], 'hi-US'],
  ['en', ['zh-Hant-TW', 'ja'], 'en-TW'],
  ['en', ['es-419'], 'en-419'],
  ['en', ['en', 'fr'], 'en'],
  ['en', ['C', 'en-US@posix'], 'en'],
  ['hi', [], 'hi'],
] as const)('%s in a browser that speaks %j is %s', (language, languages, locale) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

  expect(regionalLocale(language)).toBe(locale);
});
