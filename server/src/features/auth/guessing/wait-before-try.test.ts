import { describe, expect, it } from 'vitest';
import { recentFailures, waitBeforeTry, type FailedTry } from './wait-before-try.ts';

const minute = 60_000;
const start = new Date('2026-01-12T06:00:00Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

/** Tries as often as allowed for `milliseconds`, from each of the networks. @returns the failures */
function attack(networks: readonly string[], milliseconds: number, step = 1_000): FailedTry[] {
  const failures: FailedTry[] = [];
  for (let at = 0; at < milliseconds; at += step) {
    const now = after(at);
    for (const network of networks) {
      const recent = recentFailures(failures, now);
      if (waitBeforeTry(recent, { network, now }) === 0) failures.push({ id: `${failures.length}`, at: now, network });
    }
  }
  return failures;
}

/** The most failures in any hour. */
function mostInAnHour(failures: readonly FailedTry[]): number {
  return Math.max(
    ...failures.map(
      ({ at }) =>
        recentFailures(
          failures.filter((other) => other.at <= at),
          at,
        ).length,
    ),
  );
}

describe('the wait before a password is looked at', () => {
  it('is nothing for five mistakes, and then grows for that network alone', () => {
    const failures = attack(['203.0.113.66'], 20 * minute);

    expect(failures.map(({ at }) => (at.getTime() - start.getTime()) / minute)).toEqual([
      ...[0, 1, 2, 3, 4].map((seconds) => seconds / 60),
      4 / 60 + 1,
      4 / 60 + 3,
      4 / 60 + 7,
      4 / 60 + 15,
    ]);
    expect(waitBeforeTry(failures, { network: '198.51.100.7', now: after(20 * minute) })).toBe(0);
  });

  it.each([1, 8, 150])('lets at most 90 failures pass in an hour when %d networks guess together', (count) => {
    const networks = Array.from({ length: count }, (_, index) => `198.18.${Math.floor(index / 256)}.${index % 256}`);

    expect(mostInAnHour(attack(networks, 130 * minute, minute / 4))).toBeLessThanOrEqual(90);
  });

  it('gives a network that never failed its turn within a minute while others guess', () => {
    const networks = Array.from({ length: 8 }, (_, index) => `203.0.113.${index}`);
    const now = after(10 * minute);
    const failures = recentFailures(attack(networks, 10 * minute), now);

    expect(failures.length).toBeGreaterThanOrEqual(30);
    expect(waitBeforeTry(failures, { network: '198.51.100.7', now })).toBeLessThanOrEqual(minute);
    expect(waitBeforeTry(failures, { network: '203.0.113.0', now })).toBeGreaterThan(minute);
  });

  it('forgets what is older than an hour', () => {
    const failures = attack(['203.0.113.66'], 5 * minute);

    expect(recentFailures(failures, after(66 * minute))).toEqual([]);
  });
});
