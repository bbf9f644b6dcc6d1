import { describe, expect, it } from 'vitest';
import { isJoinable } from './join-window.ts';

const startsAt = Date.parse('2026-01-15T08:30:00Z');
const endsAt = Date.parse('2026-01-15T09:30:00Z');

describe('joining a session', () => {
  it.each([
    ['2026-01-15T08:19:59.999Z', false],
    ['2026-01-15T08:20:00.000Z', true],
    ['2026-01-15T09:29:59.999Z', true],
    ['2026-01-15T09:30:00.000Z', false],
  ])('is possible from ten minutes before the start to its end: at %s %s', (now, expected) => {
    expect(isJoinable({ status: 'confirmed', startsAt, endsAt }, Date.parse(now))).toBe(expected);
  });

  it.each([
    ['in-progress', true],
    ['pending', false],
    ['cancelled', false],
    ['completed', false],
  ] as const)('of one that is %s is possible: %s', (status, expected) => {
    expect(isJoinable({ status, startsAt, endsAt }, startsAt)).toBe(expected);
  });
});
