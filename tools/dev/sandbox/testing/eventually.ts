import { expect } from 'vitest';

/** Asks again until the expectation holds, or ten seconds have passed: a busy machine is no failure. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000, interval: 20 });
}
