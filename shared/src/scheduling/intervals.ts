/** `[start, end)` in milliseconds: the end is not part of it, so two that touch do not overlap. */
export type Interval = { readonly start: number; readonly end: number };

export function overlap(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same time as sorted intervals with gaps between them; empty ones vanish. The given list stays as it was. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let last: Interval | undefined;
  for (const interval of ascending(intervals)) {
    if (interval.end <= interval.start) continue;
    if (last !== undefined && interval.start <= last.end) {
      last = { start: last.start, end: Math.max(last.end, interval.end) };
      result[result.length - 1] = last;
    } else {
      last = interval;
      result.push(interval);
    }
  }
  return result;
}

/** By their starts. Those of a plain schedule are so already, and sorting them would take as long as the rest. */
function ascending(intervals: readonly Interval[]): readonly Interval[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const { start } of intervals) {
    if (start < before) return intervals.toSorted((a, b) => a.start - b.start);
    before = start;
  }
  return intervals;
}

/**
 * A pointer over sorted, disjoint intervals: answers the first one that ends after an instant.
 * It never moves back, so a whole walk is linear; the instants asked for must not decrease.
 */
export function pointerOver<T extends Interval>(intervals: readonly T[]): (instant: number) => T | undefined {
  let index = 0;
  let current = intervals[index];
  return (instant) => {
    while (current !== undefined && current.end <= instant) {
      index += 1;
      current = intervals[index];
    }
    return current;
  };
}

/** What is left of some intervals without others; both are sorted and have gaps between them, and so has the result. */
export function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  const otherAt = pointerOver(others);
  for (const { start, end } of intervals) {
    let rest = start;
    for (let other = otherAt(rest); other !== undefined && other.start < end; other = otherAt(rest)) {
      if (rest < other.start) left.push({ start: rest, end: other.start });
      rest = other.end;
      if (rest >= end) break;
    }
    if (rest < end) left.push({ start: rest, end });
  }
  return left;
}
