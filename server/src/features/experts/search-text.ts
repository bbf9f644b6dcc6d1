/** Lower case, without accents, words parted by one space: `"Émile  ROY"` is `"emile roy"`. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, ' ');
}

/** What an expert is found by. */
export function expertSearchText(expert: {
  name: string;
  category: string;
  headline: string;
  languages: readonly string[];
}): string {
  return normaliseText([expert.name, expert.category, expert.headline, ...expert.languages].join(' '));
}

/** The words of a search, each as the text of a `$regex` that matches it literally. */
export function searchPatterns(search: string): string[] {
  return normaliseText(search)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|#-]/g, String.raw`\$&`));
}
