import { describe, expect, it } from 'vitest';
import { nameSchema } from '../contracts/auth.ts';
import { shownText } from './shown-text.ts';

describe('a name', () => {
  it.each([
    ['a word joiner', '\u2060\u2060'],
    ['a byte order mark', '\uFEFF'],
    ['a half-width Hangul filler', '\uFFA0'],
    ['a Khmer inherent vowel', '\u17B4'],
    ['invisible signs of mathematics', '\u2062\u2063'],
    ['an ideographic space', '\u3000\u3000'],
    ['an accent with no letter', '\u0301\u0301'],
    ['a tag text', '\u{E0041}\u{E0064}'],
    ['a supplementary selector', '\u{E0101}'],
    ['private use', '\uE000'],
    ['half a surrogate pair', '\uD800'],
    ['nothing but direction', '\u202E\u2066\u2069'],
  ])('is refused when it shows nothing: %s', (_what, name) => {
    expect(nameSchema.safeParse(name).success).toBe(false);
  });

  it.each([
    ['is not turned around', 'Asha \u202EoaR\u202C', 'Asha oaR'],
    ['hides no second one', 'Asha\u200B\u2060 Rao\u{E0061}\u{E0062}', 'Asha Rao'],
    ['isolates nothing', '\u2067Asha\u2069', 'Asha'],
    ['is one whichever keyboard typed it', 'Zoe\u0308', 'Zo\u00EB'],
    ['piles no marks on its neighbours', `A${'\u0301'.repeat(80)}sha`, `\u00C1${'\u0301'.repeat(6)}sha`],
    ['joins no Latin letters', 'As\u200Dha', 'Asha'],
  ])('%s', (_what, typed, kept) => {
    expect(nameSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ['Persian', 'علی\u200Cرضا'],
    ['Sinhala', 'ශ්\u200Dරී'],
    ['Bengali', 'র\u200D্যাব'],
    ['Malayalam, at its end', 'അവന്\u200D'],
    ['Hindi', 'क्\u200Dष'],
    ['a family', '👩\u200D👩\u200D👧 Rao'],
    ['a heart on fire', '❤\uFE0F\u200D🔥'],
    ['a skin tone', '👩🏽\u200D🔬'],
    ['Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a key cap', '1\uFE0F\u20E3'],
    ['an ideograph’s own form', '葛\u{E0100}城'],
    ['Urdu', 'محمد اقبال'],
  ])('keeps what its script needs: %s', (_what, name) => {
    expect(nameSchema.parse(name)).toBe(name);
  });
});

describe('a text of several lines', () => {
  it('keeps its lines, and hides nothing', () => {
    expect(shownText(' One\r\n\u202Etwo\u0007\u200B\n\tthree ')).toBe('One\ntwo \n\tthree');
  });
});
