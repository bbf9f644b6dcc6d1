const signs: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Lower case, and full-width and other presentation forms as plain letters. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Letters and digits only. */
export function compact(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Without what is commonly put around a word: digits and signs. */
export function undecorated(text: string): string {
  return text.replace(/^[^\p{L}\p{M}]+/u, '').replace(/[^\p{L}\p{M}]+$/u, '');
}

/** Signs that stand for letters read as these letters: "p4ssw0rd" as "password". */
export function spelledOut(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (sign) => signs[sign] ?? sign);
}

export function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}

/** What is repeated, where a text is nothing but one part again and again; otherwise the text. */
export function repeatedPart(text: string): string {
  // The text occurs in its own double before the end only if a part of it is repeated.
  const period = (text + text).indexOf(text, 1);
  return text === '' ? text : text.slice(0, period);
}
