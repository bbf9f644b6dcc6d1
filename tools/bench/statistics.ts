/** The value in the middle; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that this per cent of the values stay below. NaN where there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const position = Math.min(Math.floor((values.length * percent) / 100), values.length - 1);
  return values.toSorted((one, other) => one - other)[position] ?? Number.NaN;
}
