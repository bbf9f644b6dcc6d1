import { describe, expect, it } from 'vitest';
import { nameSchema } from './auth.ts';
import { timezoneSchema } from './common.ts';

describe('a time zone', () => {
  it.each(['asia/kolkata', 'Asia/Calcutta', 'Asia/Kolkata'])('is read by its one name, also from %s', (name) => {
    expect(timezoneSchema.parse(name)).toBe('Asia/Kolkata');
  });

  it.each(['', 'Nowhere', '+05:30', 'a'.repeat(65)])('is refused when it is %j', (name) => {
    expect(timezoneSchema.safeParse(name).success).toBe(false);
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
