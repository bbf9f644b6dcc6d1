import { describe, expect, it } from 'vitest';
import { parseBookingTime } from './parse-booking-time.ts';

const kathmandu = 'Asia/Kathmandu';
const london = 'Europe/London';
const at = (date: string, time: string, timezone = kathmandu) => ({ date, time, timezone });

function errorOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the instant that a customer means (S6)', () => {
  it('reads them in the zone that is given', () => {
    expect(parseBookingTime(at('2026-01-15', '09:00'))).toEqual(new Date('2026-01-15T03:15:00Z'));
    expect(parseBookingTime(at('2026-01-15', '23:30', 'America/New_York'))).toEqual(new Date('2026-01-16T04:30:00Z'));
  });

  it('accepts startsAt in any offset where it agrees', () => {
    const agreed = { ...at('2026-01-15', '09:00'), startsAt: '2026-01-15T09:00:00+05:45' };

    expect(parseBookingTime(agreed)).toEqual(new Date('2026-01-15T03:15:00Z'));
  });

  it.each([
    ['another time', '2026-01-15T03:30:00Z'],
    ['the same wall clock in another zone', '2026-01-15T09:00:00Z'],
    ['a second later', '2026-01-15T03:15:01Z'],
  ])('is 400 where startsAt means %s', (_what, startsAt) => {
    const error = errorOf(() => parseBookingTime({ ...at('2026-01-15', '09:00'), startsAt }));

    expect(error).toMatchObject({ code: 'VALIDATION_FAILED', details: { issues: [{ path: 'startsAt' }] } });
  });

  it('is 422 AMBIGUOUS_TIME with both instants where the clocks show the time twice', () => {
    const error = errorOf(() => parseBookingTime(at('2026-10-25', '01:30', london)));

    expect(error).toMatchObject({
      code: 'AMBIGUOUS_TIME',
      status: 422,
      details: { instants: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] },
    });
  });

  it.each([
    ['Europe/London', '2026-10-25', '01:30', '01:30 BST', '01:30 GMT'],
    ['America/New_York', '2027-11-07', '01:00', '01:00 GMT-4', '01:00 GMT-5'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '01:45 GMT+11', '01:45 GMT+10:30'],
  ])('names the two of %s on %s at %s by their offsets', (timezone, date, time, first, second) => {
    const error = errorOf(() => parseBookingTime(at(date, time, timezone)));

    expect(error).toHaveProperty('message', expect.stringContaining(`, ${first}, and `));
    expect(error).toHaveProperty('message', expect.stringContaining(`, ${second}. `));
  });

  it.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])('is told which of the two by startsAt %s', (startsAt) => {
    expect(parseBookingTime({ ...at('2026-10-25', '01:30', london), startsAt })).toEqual(new Date(startsAt));
  });

  it.each([
    ['in the spring gap', '2026-03-29', '01:30', london],
    ['at a midnight that is skipped', '2026-04-24', '00:00', 'Africa/Cairo'],
    ['on a day that a zone skipped', '2011-12-30', '12:00', 'Pacific/Apia'],
  ])('is 422 for a time that does not exist: %s', (_what, date, time, timezone) => {
    const error = errorOf(() => parseBookingTime(at(date, time, timezone)));

    expect(error).toMatchObject({ code: 'SLOT_NOT_BOOKABLE', status: 422 });
  });
});
