import { parsedFont, type FontName } from './fonts.ts';

/** Letters that one font draws in one direction: shaping joins no letters of different scripts. */
export type Run = { text: string; script: string; font: FontName };

type Script = {
  name: string;
  letters: RegExp;
  font: FontName;
  /** Its font has no spaces and signs that fit: those of the usual font stand between. */
  alone?: true;
};

const emoji: Script = {
  name: 'emoji',
  letters: /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}|\uFE0F?\u20E3/u,
  font: 'emoji',
  alone: true,
};
const latin: Script = {
  name: 'latin',
  letters: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u,
  font: 'regular',
};
const han: Script = {
  name: 'han',
  letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u,
  font: 'han',
};

const scripts: Script[] = [
  emoji,
  latin,
  { name: 'devanagari', letters: /\p{Script=Devanagari}/u, font: 'regular' },
  { name: 'bengali', letters: /\p{Script=Bengali}/u, font: 'bengali' },
  { name: 'gujarati', letters: /\p{Script=Gujarati}/u, font: 'gujarati' },
  { name: 'gurmukhi', letters: /\p{Script=Gurmukhi}/u, font: 'gurmukhi' },
  { name: 'kannada', letters: /\p{Script=Kannada}/u, font: 'kannada' },
  { name: 'malayalam', letters: /\p{Script=Malayalam}/u, font: 'malayalam' },
  { name: 'meeteiMayek', letters: /\p{Script=Meetei_Mayek}/u, font: 'meeteiMayek' },
  { name: 'odia', letters: /\p{Script=Oriya}/u, font: 'odia' },
  { name: 'olChiki', letters: /\p{Script=Ol_Chiki}/u, font: 'olChiki' },
  { name: 'tamil', letters: /\p{Script=Tamil}/u, font: 'tamil' },
  { name: 'telugu', letters: /\p{Script=Telugu}/u, font: 'telugu' },
  { name: 'arabic', letters: /\p{Script=Arabic}/u, font: 'arabic' },
  { name: 'hangul', letters: /\p{Script=Hangul}/u, font: 'hangul', alone: true },
  han,
];

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as one character each, so that a vowel sign stays with its letter. */
export const charactersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * A text as runs, in the order in which it is read. Characters of no script of their own, such as spaces, go with the run
 * before them. What no font has prints as its code, as in [U+1E900]: a blank would hide that something was there.
 */
export function runsOf(text: string, usual: FontName = 'regular'): Run[] {
  const runs: Run[] = [];
  for (const character of charactersOf(text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))) {
    for (const run of charactersAsRuns(character, runs.at(-1), usual)) {
      addRun(runs, run);
    }
  }
  return runs;
}

function addRun(runs: Run[], run: Run): void {
  const before = runs.at(-1);
  if (before?.script === run.script) {
    before.text += run.text;
    return;
  }
  // The end of what reads leftwards is on its left: a space before the next run belongs to that run.
  const space = before?.script === 'arabic' ? (/ +$/.exec(before.text)?.[0] ?? '') : '';
  if (before && space) before.text = before.text.slice(0, -space.length);
  runs.push({ ...run, text: space + run.text });
}

function charactersAsRuns(character: string, before: Run | undefined, usual: FontName): Run[] {
  const script = scriptFor(character, before);
  if (script) return [runIn(script, character, usual)];
  const parts = codePointsOf(character).filter((part) => !/\p{Default_Ignorable_Code_Point}/u.test(part));
  return parts.map((part) => {
    const found = scriptFor(part, before);
    return found ? runIn(found, part, usual) : runIn(latin, codeOf(part), usual);
  });
}

function scriptFor(character: string, before: Run | undefined): Script | undefined {
  const own = scripts.find(({ letters }) => letters.test(character));
  const last = scripts.find(({ name }) => name === before?.script);
  const follows = last && !last.alone && !(last.name === 'arabic' && /\p{Nd}/u.test(character));
  const candidates = [own ?? (follows ? last : undefined), latin, emoji, han];
  return candidates.find((script) => script && has(script.font, character));
}

const codePointsOf = (text: string) => Array.from(text);

/** Emoji are told apart from text by marks that need no glyph. */
const has = (font: FontName, character: string) =>
  codePointsOf(character).every(
    (part) =>
      parsedFont(font).hasGlyphForCodePoint(part.codePointAt(0) ?? 0) || /[\uFE0E\uFE0F\u200C\u200D]/.test(part),
  );

const runIn = ({ name, font }: Script, text: string, usual: FontName): Run => ({
  text,
  script: name,
  font: font === 'regular' ? usual : font,
});

const codeOf = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
