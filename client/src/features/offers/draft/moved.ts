/** The list with one of its members a place further up (-1) or down (1); as it was where there is no such place. */
export function moved<Item>(list: readonly Item[], from: number, by: -1 | 1): Item[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item === undefined || from + by < 0 || from + by > next.length) return [...list];
  next.splice(from + by, 0, item);
  return next;
}
