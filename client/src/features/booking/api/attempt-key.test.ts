import { afterEach, describe, expect, it } from 'vitest';
import { attemptKey, endAttempt } from './attempt-key.ts';

afterEach(() => {
  sessionStorage.clear();
});

describe('the key of an attempt to book', () => {
  it('is the same for a repeat, and another for another wish', () => {
    const key = attemptKey({ startsAt: 'noon' });

    expect(attemptKey({ startsAt: 'noon' })).toBe(key);
    expect(attemptKey({ startsAt: 'one' })).not.toBe(key);
    expect(key).toMatch(/^[\da-f]{32}$/);
  });

  it('is another once the attempt has ended', () => {
    const key = attemptKey({ startsAt: 'noon' });
    endAttempt();

    expect(attemptKey({ startsAt: 'noon' })).not.toBe(key);
  });
});
