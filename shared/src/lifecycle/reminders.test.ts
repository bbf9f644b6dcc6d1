import { describe, expect, it } from 'vitest';
import { isReminded, remindersAhead } from './reminders.ts';

const hourMs = 3_600_000;
const startsAt = Date.parse('2026-01-15T08:30:00Z');
const hoursBefore = (hours: number) => startsAt - hours * hourMs;

describe('which reminders a session gets (E2)', () => {
  it.each([
    ['booked a week before', 168, [24 * hourMs, hourMs]],
    ['booked at the very moment of the first', 24, [24 * hourMs, hourMs]],
    ['booked a minute after it', 24 - 1 / 60, [hourMs]],
    ['booked three hours before', 3, [hourMs]],
    ['booked half an hour before', 0.5, []],
  ])('%s', (_when, hours, coming) => {
    const ahead = remindersAhead(
      { status: 'confirmed', startsAt },
      { offsetsMs: [hourMs, 24 * hourMs], now: hoursBefore(hours) },
    );

    expect(ahead).toEqual(coming);
  });

  it('follow the configured offsets, not a day and an hour', () => {
    const offsetsMs = [48 * hourMs, 15 * 60_000];

    expect(remindersAhead({ status: 'confirmed', startsAt }, { offsetsMs, now: hoursBefore(30) })).toEqual([
      15 * 60_000,
    ]);
  });

  it('come for a request, too, once it is accepted', () => {
    expect(remindersAhead({ status: 'pending', startsAt }, { offsetsMs: [24 * hourMs], now: hoursBefore(30) })).toEqual(
      [24 * hourMs],
    );
  });

  it.each(['cancelled', 'in-progress', 'completed', 'no-show'] as const)('are none for one that is %s', (status) => {
    expect(remindersAhead({ status, startsAt }, { offsetsMs: [24 * hourMs], now: hoursBefore(30) })).toEqual([]);
  });

  it('leave out one that was due before the session was certain', () => {
    expect(isReminded({ startsAt, certainSince: hoursBefore(24) }, 24 * hourMs)).toBe(true);
    expect(isReminded({ startsAt, certainSince: hoursBefore(23) }, 24 * hourMs)).toBe(false);
  });
});
