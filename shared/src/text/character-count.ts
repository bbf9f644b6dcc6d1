/** How many code points a text has: an emoji of two units counts once. */
export function characterCount(text: string): number {
  // oxlint-disable-next-line typescript/no-misused-spread -- code points are what is counted
  return [...text].length;
}
