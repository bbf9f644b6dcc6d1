import { describe, expect, it } from 'vitest';
import { type Interval, merged, overlap } from './intervals.ts';

const interval = (start: number, end: number): Interval => ({ start, end });

describe('overlap', () => {
  it('is not there where one ends as the other starts', () => {
    expect(overlap(interval(1, 2), interval(2, 3))).toBe(false);
    expect(overlap(interval(1, 3), interval(2, 4))).toBe(true);
  });
});

describe('merged', () => {
  it('sorts, joins what overlaps or touches, and keeps gaps', () => {
    const given = [interval(7, 9), interval(1, 3), interval(2, 4), interval(4, 5)];
    expect(merged(given)).toEqual([interval(1, 5), interval(7, 9)]);
  });

  it('swallows an interval inside another', () => {
    expect(merged([interval(1, 9), interval(2, 3), interval(8, 10)])).toEqual([interval(1, 10)]);
  });

  it('drops what holds no time, and leaves the given list as it was', () => {
    const given = [interval(5, 5), interval(3, 4)];
    expect(merged(given)).toEqual([interval(3, 4)]);
    expect(given).toEqual([interval(5, 5), interval(3, 4)]);
  });
});
