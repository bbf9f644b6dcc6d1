import { describe, expect, it } from 'vitest';
import { plainEnglish, readerLocale } from './reader-locale.ts';

describe('the language and region of a reader', () => {
  it.each([
    ['en-IN', { language: 'en', intl: 'en-IN' }],
    ['en-US', { language: 'en', intl: 'en-US' }],
    ['hi-IN', { language: 'hi', intl: 'hi-IN-u-nu-latn' }],
    ['hi', { language: 'hi', intl: 'hi-IN-u-nu-latn' }],
    ['hi-GB', { language: 'hi', intl: 'hi-GB-u-nu-latn' }],
  ])('%s is written to as %j', (tag, locale) => {
    expect(readerLocale(tag)).toEqual(locale);
  });

  it.each([
    ['de-DE', 'en-DE'],
    ['hi-Latn-IN', 'en-IN'],
    ['und-GB', 'en-GB'],
  ])('%s, in which no mails are written, becomes %s', (tag, intl) => {
    expect(readerLocale(tag)).toEqual({ language: 'en', intl });
  });

  it.each(['en', 'pt-BR', 'ja', 'en-ZZ'])('%s says too little to choose a region’s dates', (tag) => {
    expect(readerLocale(tag)).toEqual(plainEnglish);
  });

  it.each(['hi-IN-u-nu-deva', 'hi-IN-u-ca-indian'])('%s keeps Latin digits and our calendar', (tag) => {
    expect(readerLocale(tag)).toEqual({ language: 'hi', intl: 'hi-IN-u-nu-latn' });
  });

  it.each([null, undefined, '', 'en_IN', '__proto__', '<script>', 'en-IN\r\nBcc: x@example.com'])(
    '%j is unknown, and nothing of it is printed',
    (tag) => {
      expect(readerLocale(tag)).toEqual(plainEnglish);
    },
  );
});
