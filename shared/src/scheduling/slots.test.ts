import { describe, expect, it } from 'vitest';
import { at, buildQuery, hoursOn, iso } from './build-query.test-support.ts';
import type { SlotQuery } from './query.ts';
import { availableDates, checkStart, freeStarts, nextFreeStart, slots } from './slots.ts';

// 2026-01-14 is a Wednesday; the clocks of these examples keep UTC unless said.

/** Each slot as `09:00`, or as `09:00 booked` where it cannot be had. */
function listed(query: SlotQuery): string[] {
  return slots(query).map(({ time, reason }) => (reason === undefined ? time : `${time} ${reason}`));
}

const mornings = { workingHours: hoursOn({ start: '09:00', end: '12:00' }) };

describe('S2: the grid', () => {
  it('begins with the working hours and goes on in steps of the slot duration', () => {
    const schedule = { slotDuration: 30 as const, workingHours: hoursOn({ start: '09:10', end: '11:00' }) };
    expect(listed(buildQuery('2026-01-14', { schedule, durationMinutes: 30 }))).toEqual([
      '09:10',
      '09:40',
      '10:10',
      '10:40 outside',
    ]);
  });

  it('is not moved by breaks, time off or bookings', () => {
    const schedule = {
      ...mornings,
      breakTimes: [{ start: '10:15', end: '10:20', days: [3] }],
      timeOff: [{ startsAt: '2026-01-14T09:00:00Z', endsAt: '2026-01-14T09:05:00Z' }],
    };
    const busy = [[at('2026-01-14T11:40:00Z'), at('2026-01-14T11:50:00Z')]] as const;
    expect(listed(buildQuery('2026-01-14', { schedule, busy }))).toEqual([
      '09:00 outside',
      '10:00 break',
      '11:00 booked',
    ]);
  });

  it('lists nothing on a day without hours', () => {
    const schedule = { workingHours: hoursOn({ start: '09:00', end: '17:00' }, [1, 2]) };
    expect(listed(buildQuery('2026-01-14', { schedule }))).toEqual([]);
  });

  it('holds the start of the range and leaves out its end', () => {
    const query = buildQuery('2026-01-14');
    const range = { from: at('2026-01-14T10:00:00Z'), to: at('2026-01-14T12:00:00Z') };
    expect(listed({ ...query, ...range })).toEqual(['10:00', '11:00']);
    expect(listed({ ...query, from: range.to, to: range.from })).toEqual([]);
  });
});

describe('a slot of the grid cannot be booked', () => {
  it('once it has begun (`past`), or inside the notice, to the millisecond', () => {
    const schedule = { minimumNoticeMinutes: 120 };
    const query = buildQuery('2026-01-14', { schedule });
    const timesAt = (now: string) => listed({ ...query, now: at(now) }).slice(0, 5);

    expect(timesAt('2026-01-14T10:00:00.000Z')).toEqual([
      '09:00 past',
      '10:00 notice',
      '11:00 notice',
      '12:00',
      '13:00',
    ]);
    expect(timesAt('2026-01-14T10:00:00.001Z')).toEqual([
      '09:00 past',
      '10:00 past',
      '11:00 notice',
      '12:00 notice',
      '13:00',
    ]);
  });

  it('beyond the horizon, which is counted in days of 24 hours from now (`outside`)', () => {
    const query = buildQuery('2026-01-14', { schedule: { ...mornings, maximumAdvanceDays: 7 } });
    const sevenDaysBeforeTen = at('2026-01-07T10:00:00Z');
    expect(listed({ ...query, now: sevenDaysBeforeTen })).toEqual(['09:00', '10:00', '11:00 outside']);
    expect(listed({ ...query, now: sevenDaysBeforeTen - 1 })).toEqual(['09:00', '10:00 outside', '11:00 outside']);
    expect(iso(freeStarts({ ...query, now: sevenDaysBeforeTen }))).toEqual([
      '2026-01-14T09:00:00.000Z',
      '2026-01-14T10:00:00.000Z',
    ]);
  });

  it('if the session would run past the end of work (`outside`)', () => {
    expect(listed(buildQuery('2026-01-14', { schedule: mornings, durationMinutes: 90 }))).toEqual([
      '09:00',
      '10:00',
      '11:00 outside',
    ]);
  });

  it('if the session would touch time off (`outside`) or a break', () => {
    const schedule = {
      breakTimes: [{ start: '13:00', end: '13:30', days: [3] }],
      timeOff: [{ startsAt: '2026-01-14T16:30:00+01:00', endsAt: '2026-01-15T00:00:00Z' }],
    };
    expect(listed(buildQuery('2026-01-14', { schedule, durationMinutes: 90 }))).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00 break',
      '13:00 break',
      '14:00',
      '15:00 outside',
      '16:00 outside',
    ]);
  });

  it('if the time is booked or held; a claim that only touches it does not matter', () => {
    const busy = [
      [at('2026-01-14T11:00:00Z'), at('2026-01-14T11:30:00Z'), 'held'],
      [at('2026-01-14T08:00:00Z'), at('2026-01-14T10:00:00Z'), 'booked'],
    ] as const;
    expect(listed(buildQuery('2026-01-14', { busy })).slice(0, 4)).toEqual([
      '09:00 booked',
      '10:00',
      '11:00 held',
      '12:00',
    ]);
  });

  it('and the reason that lasts longest is the one that is given', () => {
    const claims = [[at('2026-01-14T09:00:00Z'), at('2026-01-14T17:00:00Z'), 'held']] as const;
    const booked = [...claims, [at('2026-01-14T12:00:00Z'), at('2026-01-14T13:00:00Z')]] as const;
    const schedule = {
      minimumNoticeMinutes: 60,
      breakTimes: [{ start: '09:00', end: '12:00', days: [3] }],
      timeOff: [{ startsAt: '2026-01-14T09:00:00Z', endsAt: '2026-01-14T11:30:00Z' }],
    };
    const query = buildQuery('2026-01-14', { schedule, busy: booked, now: at('2026-01-14T09:30:00Z') });
    expect(listed(query).slice(0, 5)).toEqual([
      '09:00 past',
      '10:00 notice',
      '11:00 outside',
      '12:00 booked',
      '13:00 held',
    ]);
    expect(listed({ ...query, hours: { ...query.hours, timeOff: [] } })[2]).toBe('11:00 break');
  });
});

describe('S2: the buffer after a session', () => {
  const schedule = { ...mornings, bufferMinutes: 15 };

  it('may pass the end of work, and may run into a break', () => {
    const breakTimes = [{ start: '10:00', end: '11:00', days: [3] }];
    expect(listed(buildQuery('2026-01-14', { schedule: { ...schedule, breakTimes } }))).toEqual([
      '09:00',
      '10:00 break',
      '11:00',
    ]);
  });

  it('must be clear of the next claim', () => {
    const busy = [[at('2026-01-14T11:00:00Z'), at('2026-01-14T12:15:00Z')]] as const;
    expect(listed(buildQuery('2026-01-14', { schedule, busy }))).toEqual(['09:00', '10:00 booked', '11:00 booked']);
  });

  it('of a claim is the stored one, not that of the schedule today (S1)', () => {
    const withoutBuffer = [[at('2026-01-14T09:00:00Z'), at('2026-01-14T10:00:00Z')]] as const;
    const withBuffer = [[at('2026-01-14T09:00:00Z'), at('2026-01-14T10:15:00Z')]] as const;
    expect(listed(buildQuery('2026-01-14', { schedule, busy: withoutBuffer }))[1]).toBe('10:00');
    expect(listed(buildQuery('2026-01-14', { schedule, busy: withBuffer }))[1]).toBe('10:00 booked');
  });
});

describe('hours over midnight', () => {
  const nights = { workingHours: hoursOn({ start: '22:00', end: '02:00' }, [5]) };

  it('end on the next day, whose slots they make (S6)', () => {
    expect(listed(buildQuery('2026-01-16', { schedule: nights }))).toEqual(['22:00', '23:00']);
    expect(listed(buildQuery('2026-01-17', { schedule: nights }))).toEqual(['00:00', '01:00']);
  });

  it('end at 24:00 if they say so', () => {
    const schedule = { workingHours: hoursOn({ start: '22:00', end: '24:00' }) };
    expect(listed(buildQuery('2026-01-16', { schedule, durationMinutes: 90 }))).toEqual(['22:00', '23:00 outside']);
  });

  it('go on without a gap where one day ends and the next begins', () => {
    const schedule = { workingHours: hoursOn({ start: '00:00', end: '24:00' }) };
    const day = listed(buildQuery('2026-01-16', { schedule, durationMinutes: 120 }));
    expect(day).toHaveLength(24);
    expect(day.at(-1)).toBe('23:00');
  });

  it('last a whole day if they end when they start', () => {
    const schedule = { workingHours: hoursOn({ start: '20:00', end: '20:00' }, [5]) };
    expect(listed(buildQuery('2026-01-16', { schedule }))).toHaveLength(4);
    expect(listed(buildQuery('2026-01-17', { schedule }))).toHaveLength(20);
  });

  it('have a break on the day it starts, by its own clock (S6)', () => {
    const onSaturday = { ...nights, breakTimes: [{ start: '01:00', end: '01:30', days: [6] }] };
    const onFriday = { ...nights, breakTimes: [{ start: '01:00', end: '01:30', days: [5] }] };
    expect(listed(buildQuery('2026-01-17', { schedule: onSaturday }))).toEqual(['00:00', '01:00 break']);
    expect(listed(buildQuery('2026-01-17', { schedule: onFriday }))).toEqual(['00:00', '01:00']);
  });

  it('can have a break over midnight', () => {
    const schedule = { ...nights, breakTimes: [{ start: '23:30', end: '00:30', days: [5] }] };
    expect(listed(buildQuery('2026-01-16', { schedule }))).toEqual(['22:00', '23:00 break']);
    expect(listed(buildQuery('2026-01-17', { schedule }))).toEqual(['00:00 break', '01:00']);
  });

  it('list a slot once where they overlap the next morning', () => {
    const schedule = { workingHours: hoursOn({ start: '22:00', end: '22:00' }), slotDuration: 60 as const };
    const overlapping = {
      ...schedule,
      dateOverrides: [
        {
          date: '2026-01-17',
          intervals: [
            { start: '00:30', end: '04:00' },
            { start: '02:00', end: '03:00' },
          ],
        },
      ],
    };
    expect(listed(buildQuery('2026-01-17', { schedule: overlapping })).slice(0, 8)).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
    ]);
  });
});

describe('an override', () => {
  it('replaces the hours and the breaks of its date', () => {
    const schedule = {
      breakTimes: [{ start: '10:00', end: '11:00', days: [3] }],
      dateOverrides: [{ date: '2026-01-14', intervals: [{ start: '10:00', end: '12:00' }] }],
    };
    expect(listed(buildQuery('2026-01-14', { schedule }))).toEqual(['10:00', '11:00']);
    expect(listed(buildQuery('2026-01-21', { schedule }))).toContain('10:00 break');
  });

  it('opens a day off, and closes a day when it has no interval', () => {
    const schedule = {
      workingHours: hoursOn({ start: '09:00', end: '17:00' }, [1, 2, 4, 5]),
      dateOverrides: [
        { date: '2026-01-14', intervals: [{ start: '18:00', end: '19:00' }] },
        { date: '2026-01-15', intervals: [] },
      ],
    };
    expect(listed(buildQuery('2026-01-14', { schedule }))).toEqual(['18:00']);
    expect(listed(buildQuery('2026-01-15', { schedule }))).toEqual([]);
  });

  it('can have several intervals, in one entry or in several for the same date', () => {
    const schedule = {
      dateOverrides: [
        {
          date: '2026-01-14',
          intervals: [
            { start: '15:00', end: '16:00' },
            { start: '08:00', end: '09:00' },
          ],
        },
        { date: '2026-01-14', intervals: [{ start: '12:00', end: '13:00' }] },
        { date: '2026-01-14', intervals: [] },
      ],
    };
    expect(listed(buildQuery('2026-01-14', { schedule }))).toEqual(['08:00', '12:00', '15:00']);
  });

  it('keeps the end of the night shift that began the day before', () => {
    const schedule = {
      workingHours: hoursOn({ start: '22:00', end: '02:00' }),
      dateOverrides: [{ date: '2026-01-14', intervals: [] }],
    };
    expect(listed(buildQuery('2026-01-14', { schedule }))).toEqual(['00:00', '01:00']);
    expect(listed(buildQuery('2026-01-15', { schedule }))).toEqual(['22:00', '23:00']);
  });
});

describe('a viewer in another zone', () => {
  const schedule = { timezone: 'Asia/Kolkata', workingHours: hoursOn({ start: '09:00', end: '12:00' }, [3]) };

  it('reads their own clock and calendar (S6)', () => {
    const query = buildQuery('2026-01-13', { schedule, timezone: 'America/Los_Angeles' });
    expect(listed(query)).toEqual(['19:30', '20:30', '21:30']);
    expect(iso(freeStarts(query))[0]).toBe('2026-01-14T03:30:00.000Z');
    expect(availableDates(query)).toEqual(['2026-01-13']);
  });

  it('may see the hours of one day on two dates', () => {
    const query = buildQuery('2026-01-14', { schedule, timezone: 'America/Sao_Paulo' });
    const twoDays = { ...query, from: at('2026-01-13T03:00:00Z'), to: at('2026-01-15T03:00:00Z') };
    const early = { ...schedule, workingHours: hoursOn({ start: '07:30', end: '09:30' }, [3]) };
    expect(availableDates({ ...twoDays, hours: { ...query.hours, ...early } })).toEqual(['2026-01-13', '2026-01-14']);
  });
});

describe('the days with a free slot', () => {
  it('leave out days off and days that are fully booked', () => {
    const week = { from: at('2026-01-12T00:00:00Z'), to: at('2026-01-19T00:00:00Z') };
    const query = buildQuery('2026-01-12', {
      schedule: { workingHours: hoursOn({ start: '09:00', end: '17:00' }, [1, 3, 5]) },
      busy: [[at('2026-01-14T09:00:00Z'), at('2026-01-14T17:00:00Z')]],
    });
    expect(availableDates({ ...query, ...week })).toEqual(['2026-01-12', '2026-01-16']);
  });
});

describe('the next free start', () => {
  it('is the first that can be booked', () => {
    const busy = [[at('2026-01-14T09:00:00Z'), at('2026-01-14T10:30:00Z')]] as const;
    expect(nextFreeStart(buildQuery('2026-01-14', { busy }))).toBe(at('2026-01-14T11:00:00Z'));
  });

  it('is null where there is none', () => {
    expect(nextFreeStart(buildQuery('2026-01-14', { now: at('2026-01-14T16:30:00Z') }))).toBeNull();
  });
});

describe('S7: the check of one start', () => {
  const query = buildQuery('2026-01-14', {
    busy: [
      [at('2026-01-14T10:00:00Z'), at('2026-01-14T11:00:00Z')],
      [at('2026-01-14T11:00:00Z'), at('2026-01-14T12:00:00Z'), 'held'],
    ],
    now: at('2026-01-13T12:00:00Z'),
    schedule: { minimumNoticeMinutes: 21 * 60 + 1 },
  });

  it.each([
    ['2026-01-14T13:00:00Z', 'free'],
    ['2026-01-14T10:00:00Z', 'booked'],
    ['2026-01-14T11:00:00Z', 'held'],
    ['2026-01-14T09:00:00Z', 'notice'],
    ['2026-01-12T09:00:00Z', 'past'],
    ['2028-01-12T09:00:00Z', 'outside'],
    ['2026-01-14T13:30:00Z', 'off-grid'],
    ['2026-01-14T13:00:00.001Z', 'off-grid'],
    ['2026-01-14T20:00:00Z', 'off-grid'],
  ])('answers for %s: %s', (startsAt, answer) => {
    expect(checkStart(query, at(startsAt))).toBe(answer);
  });
});

describe('a query that makes no sense', () => {
  it.each([{ to: Number.POSITIVE_INFINITY }, { from: Number.NaN }, { now: Number.NaN }])(
    'is refused: %o',
    (mistake) => {
      expect(() => slots({ ...buildQuery('2026-01-14'), ...mistake })).toThrow(RangeError);
    },
  );
});
