/** Seen by nobody, and no part of an address to any mail program. */
const gap = '\u200B';

const joint = '[.:@/\\\\\u3002\uFF0E\uFF61\uFF20\uFF1A\uFF0F]';
/** Before and after each joint that something follows: "Dr. Khan" has a space there. */
const beside = new RegExp(`(?<!${gap})(?=${joint}[^\\s${gap}])|(?<=${joint})(?=[^\\s${gap}])`, 'gu');

/**
 * Text in which no mail program finds an address to make a link of: `evil.example`, `www.…`, `https://…`, `a@b.example`,
 * a telephone number. It reads as before; between the parts stands a space without width. Applying it twice changes
 * nothing.
 */
export function unlinked(text: string): string {
  return (
    text
      // What joins the parts of an address, also in the forms that browsers take for it.
      .replace(beside, gap)
      // Seven figures and more may be a telephone number.
      .replace(/\d(?:[\s()./+-]*\u200B?[\s()./+-]*\d){6,}/gu, (number) => number.replace(/(?<=\d)(?=\d)/gu, gap))
  );
}
