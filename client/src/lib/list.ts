/** `Hindi, English`: several things of one kind in one line, without an "and", as each of our languages writes it. */
export function formatList(items: readonly string[]): string {
  return items.join(', ');
}
