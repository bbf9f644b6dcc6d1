import * as fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { instantIn, zone } from './arbitrary-query.test-support.ts';
import { at } from './build-query.test-support.ts';
import { offsetSpans } from './zone-offsets.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function offsetAt(timezone: string, instant: number): number | undefined {
  return offsetSpans(timezone, { start: instant, end: instant + 1 })[0]?.offset;
}

describe('the offsets of a zone', () => {
  it('change at the second at which the clocks change', () => {
    const march = { start: at('2026-03-01T00:00:00Z'), end: at('2026-04-01T00:00:00Z') };
    const change = at('2026-03-08T07:00:00Z');
    expect(offsetSpans('America/New_York', march)).toEqual([
      { start: march.start, end: change, offset: -300 * minuteMs },
      { start: change, end: march.end, offset: -240 * minuteMs },
    ]);
  });

  it('see the shortest summer time there was: Recife, a week in October 2000', () => {
    const autumn = { start: at('2000-10-01T00:00:00Z'), end: at('2000-11-01T00:00:00Z') };
    expect(offsetSpans('America/Recife', autumn).map(({ offset }) => offset / minuteMs)).toEqual([-180, -120, -180]);
  });

  it('may have seconds, as Monrovia had until 1972', () => {
    expect(offsetAt('Africa/Monrovia', 0)).toBe(-(44 * 60 + 30) * 1000);
  });

  it('are those that luxon finds, at any instant and to the millisecond around a change', () => {
    const place = zone.chain((timezone) => fc.tuple(fc.constant(timezone), instantIn(timezone)));
    const nearby = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -40 * dayMs, max: 40 * dayMs }));
    fc.assert(
      fc.property(place, nearby, ([timezone, instant], distance) => {
        const moment = instant + distance;
        expect(offsetAt(timezone, moment)).toBe(IANAZone.create(timezone).offset(moment) * minuteMs);
      }),
      { numRuns: 500 },
    );
  });

  it('cover a range without gap or overlap, over years as well', () => {
    const start = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 1, max: 900 * dayMs }), (timezone, start, length) => {
        const spans = offsetSpans(timezone, { start, end: start + length });
        expect(spans[0]?.start).toBe(start);
        expect(spans.at(-1)?.end).toBe(start + length);
        expect(spans.slice(1).map((span) => span.start)).toEqual(spans.slice(0, -1).map((span) => span.end));
      }),
    );
  });

  it('refuse a zone that nobody knows', () => {
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
  });
});
