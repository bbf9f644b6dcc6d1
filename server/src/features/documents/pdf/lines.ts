import { charactersOf, runsOf, type Run } from './scripts.ts';
import type { FontName } from './fonts.ts';

/** Where lines go: how wide they may be, and how wide a run is, in points. */
type Room = { width: number; measure: (run: Run) => number; font: FontName };

/**
 * Breaks a text of several scripts into lines: between words, and inside one only if it is longer than a line.
 * @returns the runs of each line, from left to right
 */
export function linesOf(text: string, { width, measure, font }: Room): Run[][] {
  const lines: string[] = [];
  const fits = (line: string) => widthOf(runsOf(line.trimEnd(), font), measure) <= width;
  let line = '';
  const add = (part: string) => {
    if (line !== '' && !fits(line + part)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  };
  for (const word of text.match(/\S+\s*|\s+/gu) ?? []) {
    if (fits(word)) add(word);
    else for (const character of charactersOf(word)) add(character);
  }
  return [...lines, line.trimEnd()].map((each) => runsOf(each, font));
}

export const widthOf = (runs: Run[], measure: Room['measure']): number =>
  runs.reduce((sum, run) => sum + measure(run), 0);
