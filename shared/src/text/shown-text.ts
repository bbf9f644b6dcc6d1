import { characterCount } from './character-count.ts';

/**
 * Text that a person typed and others see. Characters that show nothing, or that change the direction of what follows,
 * make one person look like another or hide a part of a sentence; they are taken out. Joiners stay where a script or an
 * emoji needs them.
 */

/** Controls of direction, of width nothing, of annotation; tags, fillers and blanks that count as letters; private use. */
const hidden =
  /[\u034F\u17B4\u17B5\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E001F}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The flags of England, Scotland and Wales are a black flag, tags and their end; elsewhere tags are a hidden text. */
const tags = /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F})|[\u{E0020}-\u{E007F}]/gu;

/** A selector chooses the look of an emoji, a digit before its key cap, an ideograph, or a Mongolian or Myanmar letter. */
const selectors =
  /([\p{Emoji}\p{S}\p{P}][\uFE0E\uFE0F])|(\p{Script=Han}[\uFE00-\uFE02\u{E0100}-\u{E01EF}])|(\p{Script=Mongolian}[\u180B-\u180D\u180F])|(\p{Script=Myanmar}\uFE00)|[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/** Scripts whose letters ask how they join: those of Persian, Hindi, Bengali, Malayalam, Sinhala and their kin. */
const joining = [
  'Arabic',
  'Syriac',
  'Nko',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Meetei_Mayek',
  'Balinese',
  'Javanese',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** A joiner, kept after a letter or mark of these scripts and before one, at a word's end only after a mark (a virama). */
const joiners = new RegExp(
  `((?<=[${joining}])[\\u200C\\u200D](?=[${joining}])|(?<=\\p{M})(?<=[${joining}])[\\u200C\\u200D]|(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic}))|[\\u200C\\u200D]`,
  'gu',
);

/** More marks on one letter than any language writes spill over the lines around it. */
const piledMarks = /(\p{M}{6})\p{M}+/gu;

/** What somebody typed as others may see it: NFC, line breaks kept, nothing hidden. */
export function shownText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]+/gu, ' ')
    .normalize('NFC')
    .replaceAll(hidden, '')
    .replaceAll(tags, (_, flag: string | undefined) => flag ?? '')
    .replaceAll(selectors, (all: string) => (characterCount(all) > 1 ? all : ''))
    .replaceAll(joiners, (_, kept: string | undefined) => kept ?? '')
    .replaceAll(piledMarks, '$1')
    .trim();
}

/** The same on one line, as a name is. */
export function shownLine(text: string): string {
  return shownText(text).replaceAll(/\s+/g, ' ');
}

/** Whether a text has a character that can be seen: a mark alone has nothing to stand on. */
export function canBeSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(shownText(text));
}
