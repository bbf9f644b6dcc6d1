/**
 * The characters of a text as its reader counts them: an emoji of several code points, a flag or a syllable with its
 * vowel sign is one. Text of people is cut between them only.
 * @example graphemes('नि👩‍🚀') // ['नि', '👩‍🚀']
 */
export function graphemes(text: string): string[] {
  // Some browsers still in use cannot tell where characters end.
  return typeof Intl.Segmenter === 'function' ? segmented(text) : (text.match(approximateGrapheme) ?? []);
}

/**
 * The beginning of a text: whole characters, as many as fit into `most` of them, with an ellipsis in place of the rest.
 * @example shorten('🇮🇳🇮🇳🇮🇳', 2) // '🇮🇳…'
 */
export function shorten(text: string, most: number): string {
  // A character has at least one code unit.
  if (text.length <= most) return text;
  const characters = graphemes(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The first character of a text that people would write, or an empty text: neither a mark of direction nor a bracket. */
export function initial(text: string): string {
  const [first = ''] = graphemes(text.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]+/u, ''));
  return first.toUpperCase();
}

/**
 * The initials of a person: of the first and the last word of the name, without titles.
 * @example initials('Dr. Sarah Khan') // 'SK'
 */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .filter((word) => !/^(dr|mr|mrs|ms|prof)\.?$/i.test(word))
    .map(initial)
    .filter((letter) => letter !== '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('');
}

let segmenter: Intl.Segmenter | undefined;

function segmented(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * What Unicode calls a grapheme cluster, as far as a pattern can say it: a flag, or a code point with its marks and
 * what joins on to it (an emoji by a zero-width joiner, a consonant by the sign that swallows a vowel).
 */
const approximateGrapheme =
  /\r\n|\p{RI}\p{RI}|[\s\S](?:[\p{M}\p{EMod}\u200C\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic}?|(?<=[\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D]\u200D?)\p{L})*/gu;
