/** Keys in the order of a keyboard, and digits beyond 9. Letters and digits in their own order need no row. */
const rows = [
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '!@#$%^&*()_+',
  'azertyuiop',
  'qsdfghjklm',
  'qwertzuiop',
  '1234567890',
];

/** Fewer keys in a row than this occur in any word. */
const shortestRun = 3;

/** A text without what goes on by itself: "aaaa", "4321", "qwerty", "cdefg". */
export function withoutRuns(text: string): string {
  const characters = Array.from(text);
  const left: string[] = [];
  for (let start = 0; start < characters.length;) {
    const length = runLength(characters, start);
    if (length < shortestRun) left.push(characters[start] ?? '');
    start += length < shortestRun ? 1 : length;
  }
  return left.join('');
}

function runLength(characters: readonly string[], start: number): number {
  let steps = stepsAt(characters, start);
  let length = 1;
  while (steps.length > 0) {
    length += 1;
    const next = stepsAt(characters, start + length - 1);
    steps = steps.filter((step) => next.includes(step));
  }
  return length;
}

/** The ways in which a character leads to the one after it. */
function stepsAt(characters: readonly string[], index: number): string[] {
  const [from, to] = [characters[index], characters[index + 1]];
  if (from === undefined || to === undefined) return [];
  const steps: string[] = [];
  const distance = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  if (Math.abs(distance) <= 1) steps.push(`order ${distance}`);
  rows.forEach((row, number) => {
    const place = row.indexOf(from);
    if (place < 0) return;
    if (row[place + 1] === to) steps.push(`row ${number} onwards`);
    if (row[place - 1] === to) steps.push(`row ${number} back`);
  });
  return steps;
}
