import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWriter } from './iso-writer.ts';

describe('writing instants', () => {
  it('writes what toISOString writes, in any order and on no whole minute too', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1969, 0, 1), max: Date.UTC(3000, 0, 1) });
    const aMinute = fc.integer({ min: 29_466_720, max: 29_469_600 }).map((minute) => minute * 60_000);
    fc.assert(
      fc.property(fc.array(fc.oneof(anyInstant, aMinute)), (instants) => {
        expect(instants.map(isoWriter())).toEqual(instants.map((instant) => new Date(instant).toISOString()));
      }),
    );
  });
});
