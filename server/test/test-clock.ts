import type { Clock } from '../src/infra/clock.ts';

/** A clock that stands until a test moves it. */
export type TestClock = Clock & {
  moveBy(milliseconds: number): void;
  moveTo(instant: string): void;
};

export function createTestClock(start = '2026-01-12T06:00:00Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    moveBy: (milliseconds) => {
      now += milliseconds;
    },
    moveTo: (instant) => {
      now = Date.parse(instant);
    },
  };
}
