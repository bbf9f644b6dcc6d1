/**
 * Text on one line, without control characters and without the marks that reverse the reading direction: it can neither
 * start a header or a paragraph of its own nor hide what follows.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
