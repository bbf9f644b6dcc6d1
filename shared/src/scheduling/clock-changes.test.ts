import { describe, expect, it } from 'vitest';
import { at, buildQuery, hoursOn, iso } from './build-query.test-support.ts';
import { availableDates, freeStarts, slots } from './slots.ts';

// Absolute instants, so that no date arithmetic of the test can share a mistake with the engine.

function scheduleIn(timezone: string, start: string, end: string) {
  return { timezone, workingHours: hoursOn({ start, end }) };
}

describe('when the clocks go forward', () => {
  it('the skipped hour is no slot (New York, 2026-03-08)', () => {
    const schedule = scheduleIn('America/New_York', '00:00', '05:00');
    const query = buildQuery('2026-03-08', { schedule });
    expect(slots(query).map(({ time }) => time)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(iso(freeStarts(query))).toEqual([
      '2026-03-08T05:00:00.000Z',
      '2026-03-08T06:00:00.000Z',
      '2026-03-08T07:00:00.000Z',
      '2026-03-08T08:00:00.000Z',
    ]);
  });

  it('a session over the change has its true length', () => {
    const schedule = scheduleIn('America/New_York', '00:00', '03:30');
    // 01:00 and 90 minutes end at 03:30 on the clock, which is the end of work.
    expect(iso(freeStarts(buildQuery('2026-03-08', { schedule, durationMinutes: 90 })))).toContain(
      '2026-03-08T06:00:00.000Z',
    );
    expect(iso(freeStarts(buildQuery('2026-03-08', { schedule, durationMinutes: 120 })))).not.toContain(
      '2026-03-08T06:00:00.000Z',
    );
  });

  it('hours that begin inside the skipped hour begin after it, on the grid of the clock', () => {
    const schedule = scheduleIn('America/New_York', '02:30', '05:00');
    expect(iso(freeStarts(buildQuery('2026-03-08', { schedule })))).toEqual(['2026-03-08T07:30:00.000Z']);
  });

  it('hours that the clocks skip altogether have no slot', () => {
    const schedule = scheduleIn('America/New_York', '02:00', '03:00');
    expect(slots(buildQuery('2026-03-08', { schedule }))).toEqual([]);
  });

  it('a notice of 24 hours is 24 hours, not the same time tomorrow', () => {
    const schedule = { ...scheduleIn('America/New_York', '09:00', '13:00'), minimumNoticeMinutes: 24 * 60 };
    // Saturday 10:00 in winter; 24 hours later it is Sunday 11:00 in summer.
    const query = buildQuery('2026-03-08', { schedule, now: at('2026-03-07T15:00:00Z') });
    expect(slots(query).map(({ time, reason }) => `${time} ${reason ?? 'free'}`)).toEqual([
      '09:00 notice',
      '10:00 notice',
      '11:00 free',
      '12:00 free',
    ]);
  });

  it('hours of the days around it keep their time of day', () => {
    const schedule = scheduleIn('Europe/London', '09:00', '10:00');
    const query = buildQuery('2026-03-28', { schedule });
    expect(iso(freeStarts({ ...query, to: at('2026-03-31T00:00:00Z') }))).toEqual([
      '2026-03-28T09:00:00.000Z',
      '2026-03-29T08:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
    ]);
  });
});

describe('when the clocks go back', () => {
  it('the repeated hour is two slots (New York, 2026-11-01)', () => {
    const schedule = scheduleIn('America/New_York', '00:00', '03:00');
    expect(slots(buildQuery('2026-11-01', { schedule }))).toEqual([
      { time: '00:00', available: true, startsAt: at('2026-11-01T04:00:00Z') },
      { time: '01:00', available: true, startsAt: at('2026-11-01T05:00:00Z') },
      { time: '01:00', available: true, startsAt: at('2026-11-01T06:00:00Z') },
      { time: '02:00', available: true, startsAt: at('2026-11-01T07:00:00Z') },
    ]);
  });

  it('a booking in one of the two leaves the other free', () => {
    const schedule = scheduleIn('America/New_York', '01:00', '02:00');
    const busy = [[at('2026-11-01T05:00:00Z'), at('2026-11-01T06:00:00Z')]] as const;
    expect(iso(freeStarts(buildQuery('2026-11-01', { schedule, busy })))).toEqual(['2026-11-01T06:00:00.000Z']);
  });

  it('a break in the repeated hour is held twice', () => {
    const schedule = {
      ...scheduleIn('America/New_York', '00:00', '03:00'),
      breakTimes: [{ start: '01:00', end: '01:30', days: [0] }],
    };
    const reasons = slots(buildQuery('2026-11-01', { schedule })).map(({ reason }) => reason ?? 'free');
    expect(reasons).toEqual(['free', 'break', 'break', 'free']);
  });

  it('a session over the change has its true length', () => {
    const schedule = scheduleIn('America/New_York', '00:00', '02:00');
    // Three hours pass between 00:00 and 02:00.
    expect(iso(freeStarts(buildQuery('2026-11-01', { schedule, durationMinutes: 120 })))).toEqual([
      '2026-11-01T04:00:00.000Z',
      '2026-11-01T05:00:00.000Z',
    ]);
  });

  it('hours that end inside the repeated hour end there twice', () => {
    const schedule = { ...scheduleIn('America/New_York', '00:00', '01:30'), slotDuration: 30 as const };
    // Between 01:30 and the second 01:00 the clock shows no working time.
    expect(iso(freeStarts(buildQuery('2026-11-01', { schedule, durationMinutes: 30 })))).toEqual([
      '2026-11-01T04:00:00.000Z',
      '2026-11-01T04:30:00.000Z',
      '2026-11-01T05:00:00.000Z',
      '2026-11-01T06:00:00.000Z',
    ]);
  });
});

describe('zones with habits of their own', () => {
  it('Cairo skips midnight on 2026-04-24: the day begins at 01:00', () => {
    const query = buildQuery('2026-04-24', { schedule: scheduleIn('Africa/Cairo', '00:00', '03:00') });
    expect(slots(query).map(({ time }) => time)).toEqual(['01:00', '02:00']);
    expect(iso(freeStarts(query))).toEqual(['2026-04-23T22:00:00.000Z', '2026-04-23T23:00:00.000Z']);
  });

  it('Cairo has 23:00 twice on 2026-10-29, both on that date', () => {
    const query = buildQuery('2026-10-29', { schedule: scheduleIn('Africa/Cairo', '22:00', '24:00') });
    expect(slots(query).map(({ time }) => time)).toEqual(['22:00', '23:00', '23:00']);
    expect(iso(freeStarts(query)).slice(1)).toEqual(['2026-10-29T20:00:00.000Z', '2026-10-29T21:00:00.000Z']);
  });

  it('Santiago skips midnight on 2026-09-06: a night shift loses its hour', () => {
    const schedule = scheduleIn('America/Santiago', '22:00', '02:00');
    const query = buildQuery('2026-09-05', { schedule });
    const shift = { from: at('2026-09-06T02:00:00Z'), to: at('2026-09-06T12:00:00Z') };
    expect(slots({ ...query, ...shift }).map(({ time }) => time)).toEqual(['22:00', '23:00', '01:00']);
    expect(availableDates({ ...query, ...shift })).toEqual(['2026-09-05', '2026-09-06']);
  });

  it('Lord Howe moves its clocks by half an hour', () => {
    const schedule = { ...scheduleIn('Australia/Lord_Howe', '01:00', '03:00'), slotDuration: 30 as const };
    const forward = slots(buildQuery('2026-10-04', { schedule, durationMinutes: 30 }));
    const back = slots(buildQuery('2026-04-05', { schedule, durationMinutes: 30 }));
    expect(forward.map(({ time }) => time)).toEqual(['01:00', '01:30', '02:30']);
    expect(back.map(({ time }) => time)).toEqual(['01:00', '01:30', '01:30', '02:00', '02:30']);
    expect(iso(back.slice(1, 3).map(({ startsAt }) => startsAt))).toEqual([
      '2026-04-04T14:30:00.000Z',
      '2026-04-04T15:00:00.000Z',
    ]);
  });

  it('Kathmandu is 5 hours and 45 minutes ahead, Chatham 13 hours and 45 minutes in its summer', () => {
    const kathmandu = buildQuery('2026-01-15', { schedule: scheduleIn('Asia/Kathmandu', '09:00', '10:00') });
    const chatham = buildQuery('2026-01-15', { schedule: scheduleIn('Pacific/Chatham', '09:00', '10:00') });
    expect(iso(freeStarts(kathmandu))).toEqual(['2026-01-15T03:15:00.000Z']);
    expect(iso(freeStarts(chatham))).toEqual(['2026-01-14T19:15:00.000Z']);
  });

  it('Apia had no 2011-12-30: the night before ends at midnight', () => {
    const schedule = {
      timezone: 'Pacific/Apia',
      workingHours: hoursOn({ start: '22:00', end: '02:00' }, [4]),
    };
    const query = buildQuery('2011-12-29', { schedule });
    expect(iso(freeStarts({ ...query, to: at('2012-01-02T00:00:00Z') }))).toEqual([
      '2011-12-30T08:00:00.000Z',
      '2011-12-30T09:00:00.000Z',
    ]);
    expect(slots(buildQuery('2011-12-30', { schedule }))).toEqual([]);
  });

  it("the viewer's clocks change while the expert's do not", () => {
    const schedule = scheduleIn('Asia/Kolkata', '10:30', '13:30');
    const query = buildQuery('2026-03-08', { schedule, timezone: 'America/New_York' });
    expect(slots(query).map(({ time }) => time)).toEqual(['00:00', '01:00', '03:00']);
  });
});
