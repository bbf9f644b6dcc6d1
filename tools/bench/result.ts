/** One line of `pnpm bench`: a figure beside what the same work costs at least, measured in the same run. */
export type BenchResult = {
  readonly name: string;
  readonly value: number;
  /** What bounds the value: the time of the barest code that does the job, or another figure it must keep up with. */
  readonly floor: number;
  /** value / floor */
  readonly ratio: number;
  /** The ratio that is promised; null where a figure is only shown. */
  readonly limit: number | null;
  /** `at least` for what should be much (per second), `at most` for what should be little (time). */
  readonly bound: 'at most' | 'at least';
  readonly unit: string;
  readonly ok: boolean;
};

/** A measured figure with its floor, judged by the ratio of the two. */
export function judge(measured: Omit<BenchResult, 'ratio' | 'ok'>): BenchResult {
  const { value, floor, limit, bound } = measured;
  const ratio = value / floor;
  const ok = limit === null || (bound === 'at most' ? ratio <= limit : ratio >= limit);
  return { ...measured, ratio, ok };
}
