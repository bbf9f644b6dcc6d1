import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClock, parseClockOffset } from './clock.ts';

const aheadMs = (clock: { now(): Date }) => clock.now().getTime() - Date.now();

describe('clock', () => {
  it.each([
    ['+23h', 82_800_000],
    ['-90m', -5_400_000],
    ['2d', 172_800_000],
    ['15s', 15_000],
    ['0', 0],
  ])('reads the offset %s', (text, milliseconds) => {
    expect(parseClockOffset(text)).toBe(milliseconds);
  });

  it('refuses what is no offset', () => {
    expect(() => parseClockOffset('tomorrow')).toThrow(RangeError);
  });

  it('runs ahead by its offset', () => {
    expect(aheadMs(createClock({ offset: '+1h' })) / 1_000).toBeCloseTo(3_600, 0);
  });

  it('moves the moment the shared file is written', () => {
    const offsetFile = join(mkdtempSync(join(tmpdir(), 'serene-clock-')), 'clock-offset');
    const clock = createClock({ offsetFile });
    expect(aheadMs(clock) / 1_000).toBeCloseTo(0, 0);

    writeFileSync(offsetFile, '+2h\n');

    expect(aheadMs(clock) / 1_000).toBeCloseTo(7_200, 0);
  });
});
