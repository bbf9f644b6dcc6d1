import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from './build-query.test-support.ts';
import { cellsOf } from './cells.ts';
import { overlap } from './intervals.ts';

describe('S2: the cells of a claim', () => {
  it('are the 5-minute cells of its time, the end left out', () => {
    const first = at('2026-01-15T09:00:00Z') / 300_000;
    expect(cellsOf(at('2026-01-15T09:00:00Z'), at('2026-01-15T09:15:00Z'))).toEqual([first, first + 1, first + 2]);
  });

  it('are rounded outwards', () => {
    const first = at('2026-01-15T09:00:00Z') / 300_000;
    expect(cellsOf(at('2026-01-15T09:04:59Z'), at('2026-01-15T09:05:01Z'))).toEqual([first, first + 1]);
  });

  it('are none for no time', () => {
    expect(cellsOf(at('2026-01-15T09:00:00Z'), at('2026-01-15T09:00:00Z'))).toEqual([]);
  });

  it('of two claims on multiples of 5 minutes are shared exactly if the claims overlap', () => {
    const claim = fc
      .tuple(fc.integer({ min: 5_900_000, max: 5_900_040 }), fc.integer({ min: 1, max: 24 }))
      .map(([cell, length]) => ({ start: cell * 300_000, end: (cell + length) * 300_000 }));
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        const cells = new Set(cellsOf(a.start, a.end));
        expect(cellsOf(b.start, b.end).some((cell) => cells.has(cell))).toBe(overlap(a, b));
      }),
    );
  });
});
