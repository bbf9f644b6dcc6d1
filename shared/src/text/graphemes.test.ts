import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphemes, initial, initials, shorten } from './graphemes.ts';

const family = '👩‍👩‍👧‍👦';
const waving = '👋🏽';
const scotland = '🏴󠁧󠁢󠁳󠁣󠁴󠁿';

describe.each(['as browsers tell them apart', 'in a browser that cannot'])('characters %s', (where) => {
  const segmenter = Intl.Segmenter;
  beforeEach(() => {
    if (where === 'in a browser that cannot') Reflect.deleteProperty(Intl, 'Segmenter');
  });
  afterEach(() => {
    Object.defineProperty(Intl, 'Segmenter', { value: segmenter, configurable: true, writable: true });
    vi.restoreAllMocks();
  });

  it.each([
    ['a family', family],
    ['a tone of skin', waving],
    ['a flag of two letters', '🇮🇳'],
    ['a flag of tags', scotland],
    ['a profession', '👩🏾‍🚀'],
    ['a heart of two code points', '❤️'],
    ['a key', '1️⃣'],
    ['a Devanagari syllable', 'नि'],
    ['a Devanagari conjunct', 'क्षि'],
    ['a Tamil syllable', 'நி'],
    ['a Bengali syllable', 'কো'],
    ['a letter with two accents', 'ệ'],
    ['a character outside the basic plane', '𠮷'],
  ])('%s is one', (_, character) => {
    expect(graphemes(`a${character}b`)).toEqual(['a', character, 'b']);
    expect(graphemes(character + character)).toEqual([character, character]);
  });

  it('are never cut when a text is shortened', () => {
    expect(shorten(`${family} at home`, 3)).toBe(`${family}…`);
    expect(shorten('🇮🇳🇫🇷🇯🇵', 2)).toBe('🇮🇳…');
    expect(shorten('निकिता', 2)).toBe('नि…');
    expect(shorten('निकिता', 3)).toBe('निकिता');
    expect(shorten('short', 5)).toBe('short');
  });

  it.each([
    ['Dr. Sarah Khan', 'SK'],
    ['asha', 'A'],
    ['🍕 pizza 😀', '🍕😀'],
    [`${family} Rao`, `${family}R`],
    ['🇮🇳 🇫🇷', '🇮🇳🇫🇷'],
    ['निकिता क्षेत्री', 'निक्षे'],
    ['நிலா தேவி', 'நிதே'],
    ['\u200Fأحمد علي', 'أع'],
    ['“Ray” (he) Ito', 'RI'],
    ['𠮷野 家', '𠮷家'],
    ['Mr', ''],
    ['', ''],
  ])('of %j give the initials %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('the initial of a brand', () => {
  it.each([
    ['Serene Wellbeing', 'S'],
    ['😌 calm', '😌'],
    ['— dash', 'D'],
    ['…', ''],
  ])('of %j is %j', (text, expected) => {
    expect(initial(text)).toBe(expected);
  });
});
