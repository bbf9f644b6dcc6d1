import { describe, expect, it } from 'vitest';
import { nameSchema } from './auth.ts';
import { localeSchema, timezoneSchema } from './common.ts';

describe('a time zone', () => {
  it.each(['asia/kolkata', 'Asia/Calcutta', 'Asia/Kolkata'])('is read by its one name, also from %s', (name) => {
    expect(timezoneSchema.parse(name)).toBe('Asia/Kolkata');
  });

  it.each(['', 'Nowhere', '+05:30', 'a'.repeat(65)])('is refused when it is %j', (name) => {
    expect(timezoneSchema.safeParse(name).success).toBe(false);
  });
});

describe('a language', () => {
  it.each([
    ['en-in', 'en-IN'],
    ['HI-in', 'hi-IN'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['en-US-u-hc-h23', 'en-US-u-hc-h23'],
    ['iw', 'he'],
  ])('is read in its canonical spelling: %s', (given, kept) => {
    expect(localeSchema.parse(given)).toBe(kept);
  });

  it.each(['', 'e', 'en_IN', '*', 'en-IN\r\nBcc: x', '<b>en</b>', `en-${'aaaaaaaa-'.repeat(4)}a`])(
    'is refused, with what to give instead, when it is %j',
    (tag) => {
      const { error } = localeSchema.safeParse(tag);

      expect(error?.issues.length).toBeGreaterThan(0);
    },
  );

  it('that is nonsense is told an example', () => {
    expect(localeSchema.safeParse('en_IN').error?.issues.map(({ message }) => message)).toEqual([
      'must be a language like en-IN',
    ]);
  });
});

describe('a person’s name', () => {
  it.each([
    ['Asha Nair', 'Asha Nair'],
    ['  Asha\tNair\n', 'Asha Nair'],
    ['Asha\u0000\u001B[31m Nair', 'Asha [31m Nair'],
    ['Asha\r\nBcc: all@example.com', 'Asha Bcc: all@example.com'],
    ['Zoë O’Brien-Łukasz', 'Zoë O’Brien-Łukasz'],
    ['ক্ষমা\u200Dকর', 'ক্ষমা\u200Dকর'],
  ])('is one line without control characters: %j', (given, kept) => {
    expect(nameSchema.parse(given)).toBe(kept);
  });

  it.each(['', '   ', '\u0000', '\t\r\n', 'a'.repeat(101)])(
    'is refused when nothing, or too much, is left of %j',
    (name) => {
      expect(nameSchema.safeParse(name).success).toBe(false);
    },
  );
});
