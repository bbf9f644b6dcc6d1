import { describe, expect, it } from 'vitest';
import { unlinked } from './unlinked.ts';

const gap = '\u200B';
const seen = (text: string) => text.replaceAll(gap, '');
const parts = (text: string) => unlinked(text).split(/[\s\u200B]+/u);

describe('text that somebody typed, in a mail', () => {
  it.each([
    'See https://evil.example/now',
    'HTTPS://EVIL.EXAMPLE',
    'www.evil.example',
    'evil.example',
    'write to me@evil.example',
    'hxxp:\\\\evil.example',
    'evil。example',
    'evil．example／now',
    'mailto:me@evil.example',
    '//evil.example/now',
  ])('holds no address: %s', (text) => {
    const words = parts(text);

    expect(words.filter((word) => /[\p{L}\d][.:@/\\。．／][\p{L}\d]/u.test(word))).toEqual([]);
    expect(words.filter((word) => /:\/|\/\/|^www\./iu.test(word))).toEqual([]);
    expect(seen(unlinked(text))).toBe(text);
  });

  it.each(['+91 98765 43210', '(080) 4123-4567', '9876543210', '98.76.54.32.10'])(
    'holds no telephone number: %s',
    (text) => {
      expect(
        Math.max(
          ...unlinked(text)
            .split(/[\s\u200B]+/u)
            .map(({ length }) => length),
        ),
      ).toBeLessThan(4);
      expect(seen(unlinked(text))).toBe(text);
    },
  );

  it.each(['Dr. Sarah Khan', 'Anne-Marie O’Neill', 'J. R. R. Tolkien', 'Asha 2', 'प्रिया शर्मा', 'محمد علی'])(
    'is left alone where there is nothing to link: %s',
    (name) => {
      expect(unlinked(name)).toBe(name);
    },
  );

  it('is changed once, however often it is asked for', () => {
    for (const text of ['https://evil.example/now', '+91 98765 43210', 'J.R.R. Tolkien']) {
      expect(unlinked(unlinked(text))).toBe(unlinked(text));
    }
  });
});
