import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { query as anyQuery } from './arbitrary-query.test-support.ts';
import { obviousSlots } from './obvious-slots.test-support.ts';
import type { SlotQuery } from './query.ts';
import { availableDates, checkStart, freeStarts, nextFreeStart, slots } from './slots.ts';

/** Runs in any number of days and zones; a failure prints its seed and the smallest query that shows it. */
function holdsForAnyQuery(runs: number, check: (query: SlotQuery) => void): void {
  fc.assert(fc.property(anyQuery, check), { numRuns: runs });
}

describe('the slots of any schedule, zone and day', { timeout: 60_000 }, () => {
  it('are those of the slow, obvious reference: none too many, none missing, each with its reason', () => {
    holdsForAnyQuery(200, (query) => {
      const expected = obviousSlots(query);
      const freeDates = expected.filter(({ slot }) => slot.available).map(({ date }) => date);

      expect(slots(query)).toEqual(expected.map(({ slot }) => slot));
      expect(availableDates(query)).toEqual([...new Set(freeDates)].sort());
    });
  });

  it('are sorted and listed once', () => {
    holdsForAnyQuery(300, (query) => {
      const starts = slots(query).map(({ startsAt }) => startsAt);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    });
  });
});

describe('S1: every question gets the same answer', { timeout: 60_000 }, () => {
  it('free starts are the available slots, and the next free start is the first of them', () => {
    holdsForAnyQuery(500, (query) => {
      const available = slots(query)
        .filter((slot) => slot.available)
        .map(({ startsAt }) => startsAt);
      expect(freeStarts(query)).toEqual(available);
      expect(nextFreeStart(query)).toBe(available[0] ?? null);
    });
  });

  it('the check of one start says what is listed', () => {
    holdsForAnyQuery(300, (query) => {
      for (const slot of slots(query)) {
        expect(checkStart(query, slot.startsAt)).toBe(slot.reason ?? 'free');
      }
    });
  });

  it('the check of a start that is not listed says off-grid', () => {
    const anyMinute = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyQuery, anyMinute, (query, part) => {
        const instant = query.from + Math.floor((part * (query.to - query.from - 1)) / 60_000) * 60_000;
        const listed = slots(query).some(({ startsAt }) => startsAt === instant);
        expect(checkStart(query, instant) !== 'off-grid').toBe(listed);
      }),
      { numRuns: 300 },
    );
  });

  it('a range cut in two lists the same slots', () => {
    fc.assert(
      fc.property(anyQuery, fc.double({ min: 0, max: 1, noNaN: true }), (query, part) => {
        const cut = query.from + Math.floor(part * (query.to - query.from));
        expect([...slots({ ...query, to: cut }), ...slots({ ...query, from: cut })]).toEqual(slots(query));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves its input as it was', () => {
    holdsForAnyQuery(100, (query) => {
      const before = JSON.stringify(query);
      slots(query);
      availableDates(query);
      expect(JSON.stringify(query)).toBe(before);
    });
  });
});
