import { endpoints, type Schedule } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClaim } from '../../../test/claims.ts';
import { buildExpert } from '../../../test/people.ts';
import { smallApp } from '../../../test/small-app.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import { createTokens, UserModel } from '../auth/index.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel, hourlyOfferOf, type ExpertRecord } from '../experts/index.ts';
import { availabilityRoutes, checkBookable } from './index.ts';

const clock = createTestClock();
const tokens = createTokens({ secret: 'a secret of thirty-two bytes or more', clock });
const app = smallApp(availabilityRoutes({ endpoint: createEndpoint(tokens, null), clock }));

beforeAll(() => openTestDatabase('availability-listing', [UserModel, ExpertModel, ClaimModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  clock.moveTo('2026-01-12T06:00:00Z'); // Monday, 11:30 in India
  for (const model of [UserModel, ExpertModel, ClaimModel]) await model.collection.deleteMany({});
});

type Query = Record<string, string | number>;
const getSlots = (idOrSlug: string, query: Query) =>
  request(app).get(`/api/v1/experts/${idOrSlug}/availability`).query(query);
const getDates = (idOrSlug: string, query: Query) =>
  request(app).get(`/api/v1/experts/${idOrSlug}/available-dates`).query(query);

async function slotsOf(expert: ExpertRecord, query: Query) {
  const response = await getSlots(expert.slug, query);
  expect(response.body).toMatchObject({ success: true });
  return endpoints['GET /experts/:id/availability'].responses[200].parse(response.body);
}
async function datesOf(expert: ExpertRecord, query: Query) {
  const response = await getDates(expert.slug, query);
  expect(response.body).toMatchObject({ success: true });
  return endpoints['GET /experts/:id/available-dates'].responses[200].parse(response.body);
}

/** Each slot as `time` or, where it cannot be booked, `time reason`. */
function inShort({ availableSlots }: { availableSlots: { time: string; reason?: string | undefined }[] }): string[] {
  return availableSlots.map(({ time, reason }) => (reason === undefined ? time : `${time} ${reason}`));
}

function hours(start: string, end: string): Schedule['workingHours'] {
  const day = { start, end, enabled: true };
  return { '0': day, '1': day, '2': day, '3': day, '4': day, '5': day, '6': day };
}

describe('the slots of a day', () => {
  it('are those of the grid, each free or with its reason', async () => {
    const breakTimes = [{ start: '11:00', end: '11:30', days: [4] }];
    const expert = await buildExpert({
      schedule: { slotDuration: 30, workingHours: hours('09:00', '12:00'), breakTimes },
    });
    await buildClaim({ expert, startsAt: '2026-01-15T03:30:00Z', minutes: 30 });
    await buildClaim({ expert, startsAt: '2026-01-15T04:30:00Z', minutes: 30, heldUntil: '2026-01-12T06:05:00Z' });

    const day = await slotsOf(expert, { date: '2026-01-15', duration: 30 });

    expect(day).toMatchObject({ date: '2026-01-15', timezone: 'Asia/Kolkata', duration: 30, nextAvailableDate: null });
    expect(inShort(day)).toEqual(['09:00 booked', '09:30', '10:00 held', '10:30', '11:00 break', '11:30']);
    expect(day.availableSlots[1]).toEqual({ time: '09:30', available: true, startsAt: '2026-01-15T04:00:00.000Z' });
    expect(day.availableSlots[0]).toMatchObject({ available: false, reason: 'booked' });
  });

  it('are for 60 minutes unless another duration is asked for', async () => {
    const expert = await buildExpert({ schedule: { workingHours: hours('09:00', '10:30') } });

    const day = await slotsOf(expert, { date: '2026-01-15' });

    expect(day.duration).toBe(60);
    expect(inShort(day)).toEqual(['09:00', '09:15', '09:30', '09:45 outside', '10:00 outside', '10:15 outside']);
  });

  it('are free again the moment a hold ends', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '10:00') } });
    await buildClaim({ expert, startsAt: '2026-01-15T03:30:00Z', heldUntil: '2026-01-12T06:10:00Z' });

    clock.moveTo('2026-01-12T06:09:59.999Z');
    expect(inShort(await slotsOf(expert, { date: '2026-01-15' }))).toEqual(['09:00 held']);

    clock.moveTo('2026-01-12T06:10:00Z');
    expect(inShort(await slotsOf(expert, { date: '2026-01-15' }))).toEqual(['09:00']);
  });

  it("keep the buffer that was sold, not today's (S1)", async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 30, workingHours: hours('09:00', '11:00') } });
    await buildClaim({ expert, startsAt: '2026-01-15T03:30:00Z', minutes: 30, bufferMinutes: 30 });

    const day = await slotsOf(expert, { date: '2026-01-15', duration: 30 });

    expect(inShort(day)).toEqual(['09:00 booked', '09:30 booked', '10:00', '10:30']);
  });

  it('leave room for the buffer before the next booking, also of the next day', async () => {
    const schedule = { slotDuration: 30, workingHours: hours('22:00', '24:00'), bufferMinutes: 30 } as const;
    const expert = await buildExpert({ schedule });
    await buildClaim({ expert, startsAt: '2026-01-15T18:30:00Z', minutes: 30 }); // midnight in India

    const day = await slotsOf(expert, { date: '2026-01-15', duration: 30 });

    expect(inShort(day)).toEqual(['22:00', '22:30', '23:00', '23:30 booked']);
  });

  it('know the session of the night before that is still going on', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 30, workingHours: hours('00:00', '02:00') } });
    await buildClaim({ expert, startsAt: '2026-01-14T17:30:00Z', minutes: 120 }); // 23:00 to 01:00 in India

    const day = await slotsOf(expert, { date: '2026-01-15', duration: 30 });

    expect(inShort(day)).toEqual(['00:00 booked', '00:30 booked', '01:00', '01:30']);
  });

  it('tell what is past and what is too soon', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, minimumNoticeMinutes: 120 } });

    const today = await slotsOf(expert, { date: '2026-01-12' });

    expect(inShort(today).slice(0, 6)).toEqual([
      '09:00 past',
      '10:00 past',
      '11:00 past',
      '12:00 notice',
      '13:00 notice',
      '14:00',
    ]);
  });

  it('of a past day are listed as past, and the next free day is named (S6)', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '11:00') } });

    const day = await slotsOf(expert, { date: '2020-02-03' });

    expect(inShort(day)).toEqual(['09:00 past', '10:00 past']);
    expect(day.nextAvailableDate).toBe('2026-01-13');
  });

  it('beyond the horizon cannot be booked', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, maximumAdvanceDays: 2 } });

    expect(inShort(await slotsOf(expert, { date: '2026-01-14' })).slice(1, 5)).toEqual([
      '10:00',
      '11:00',
      '12:00 outside',
      '13:00 outside',
    ]);
    expect((await slotsOf(expert, { date: '2026-01-15' })).nextAvailableDate).toBeNull();
  });

  it('are none on a day off; the next free day is named', async () => {
    const expert = await buildExpert();

    expect(await slotsOf(expert, { date: '2026-01-17' })).toMatchObject({
      availableSlots: [],
      nextAvailableDate: '2026-01-19',
    });
  });

  it('of a fully booked day are all flagged; the next free day is named', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '10:00') } });
    for (const day of ['15', '16', '17']) await buildClaim({ expert, startsAt: `2026-01-${day}T03:30:00Z` });

    const day = await slotsOf(expert, { date: '2026-01-15' });

    expect(inShort(day)).toEqual(['09:00 booked']);
    expect(day.nextAvailableDate).toBe('2026-01-18');
  });

  it('of an expert without hours are none, and there is no next day', async () => {
    const closed = { start: '09:00', end: '17:00', enabled: false };
    const workingHours = { '0': closed, '1': closed, '2': closed, '3': closed, '4': closed, '5': closed, '6': closed };
    const expert = await buildExpert({ schedule: { workingHours } });

    expect(await slotsOf(expert, { date: '2026-01-15' })).toMatchObject({
      availableSlots: [],
      nextAvailableDate: null,
    });
  });
});

describe('the slots of a day in time zones (S6)', () => {
  it("are those of the viewer's day, with the viewer's times", async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '13:00') } });

    const day = await slotsOf(expert, { date: '2026-01-14', timezone: 'America/New_York' });

    // 09:00 in India is 22:30 of the day before in New York; the last two are of the expert's next day.
    expect(day.timezone).toBe('America/New_York');
    expect(day.availableSlots.map(({ time, startsAt }) => `${time} ${startsAt}`)).toEqual([
      '00:30 2026-01-14T05:30:00.000Z',
      '01:30 2026-01-14T06:30:00.000Z',
      '22:30 2026-01-15T03:30:00.000Z',
      '23:30 2026-01-15T04:30:00.000Z',
    ]);
  });

  it.each([
    ['+05:45', 'Asia/Kathmandu', '09:15'],
    ['-03:30', 'America/St_Johns', '00:00'],
    ['+10:30 in summer time', 'Australia/Adelaide', '14:00'],
  ])('show the odd offset %s', async (_offset, timezone, time) => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '10:00') } });

    const day = await slotsOf(expert, { date: '2026-01-15', timezone });

    expect(day.availableSlots).toEqual([{ time, available: true, startsAt: '2026-01-15T03:30:00.000Z' }]);
  });

  it('skip the hour that the clocks skip, in the night they go forward', async () => {
    clock.moveTo('2026-03-20T00:00:00Z');
    const schedule = { timezone: 'Europe/London', slotDuration: 30, workingHours: hours('00:00', '03:00') } as const;
    const expert = await buildExpert({ schedule });

    const day = await slotsOf(expert, { date: '2026-03-29', duration: 30 });

    expect(inShort(day)).toEqual(['00:00', '00:30', '02:00', '02:30']);
    expect(day.availableSlots[2]?.startsAt).toBe('2026-03-29T01:00:00.000Z');
  });

  it('show the hour that the clocks repeat twice, with two instants', async () => {
    clock.moveTo('2026-10-20T00:00:00Z');
    const schedule = { timezone: 'Europe/London', slotDuration: 30, workingHours: hours('01:00', '02:00') } as const;
    const expert = await buildExpert({ schedule });
    await buildClaim({ expert, startsAt: '2026-10-25T00:30:00Z', minutes: 30 });

    const day = await slotsOf(expert, { date: '2026-10-25', duration: 30 });

    expect(inShort(day)).toEqual(['01:00', '01:30 booked', '01:00', '01:30']);
    expect(day.availableSlots.map(({ startsAt }) => startsAt)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it("keep the expert's wall clock when only the viewer's clocks change", async () => {
    clock.moveTo('2026-03-20T00:00:00Z');
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('17:00', '18:00') } });
    const londonTime = async (date: string) => inShort(await slotsOf(expert, { date, timezone: 'Europe/London' }));

    expect([await londonTime('2026-03-28'), await londonTime('2026-03-29')]).toEqual([['11:30'], ['12:30']]);
  });

  it('of a night shift belong to the day on which they start', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('22:00', '02:00') } });

    expect(inShort(await slotsOf(expert, { date: '2026-01-15' }))).toEqual(['00:00', '01:00', '22:00', '23:00']);
  });
});

describe('the free days of a month', () => {
  it('are the days with at least one free slot', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '10:00') } });
    await buildClaim({ expert, startsAt: '2026-01-20T03:30:00Z' });
    await buildClaim({ expert, startsAt: '2026-01-21T03:30:00Z', heldUntil: '2026-01-12T06:10:00Z' });

    const { availableDates } = await datesOf(expert, { month: '2026-01' });

    const days = ['13', '14', '15', '16', '17', '18', '19', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31'];
    expect(availableDates).toEqual(days.map((day) => `2026-01-${day}`));
  });

  it.each([
    { month: '2026-02' },
    { month: '2026-02', year: 2026 },
    { month: '2', year: 2026 },
    { month: '02', year: '2026' },
  ])('are asked for by %o', async (query) => {
    const expert = await buildExpert({ schedule: { maximumAdvanceDays: 25 } });

    expect(await datesOf(expert, query)).toMatchObject({
      month: '2026-02',
      availableDates: ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'],
      nextAvailableDate: null,
    });
  });

  it("are the viewer's days", async () => {
    const schedule = { slotDuration: 60, workingHours: hours('00:00', '01:00'), maximumAdvanceDays: 3 } as const;
    const expert = await buildExpert({ schedule });

    expect((await datesOf(expert, { month: '2026-01' })).availableDates).toEqual([
      '2026-01-13',
      '2026-01-14',
      '2026-01-15',
    ]);
    expect((await datesOf(expert, { month: '2026-01', timezone: 'America/New_York' })).availableDates).toEqual([
      '2026-01-12',
      '2026-01-13',
      '2026-01-14',
    ]);
  });

  it('are fewer for a longer session', async () => {
    const breakTimes = [{ start: '10:00', end: '10:30', days: [0, 1, 2, 3, 4, 5, 6] }];
    const expert = await buildExpert({ schedule: { workingHours: hours('09:00', '11:30'), breakTimes } });

    expect((await datesOf(expert, { month: '2026-01', duration: 60 })).availableDates).toHaveLength(19);
    expect((await datesOf(expert, { month: '2026-01', duration: 90 })).availableDates).toEqual([]);
  });

  it('name the next day with a free slot where the month has none', async () => {
    const expert = await buildExpert({
      schedule: { timeOff: [{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-02-10T00:00:00Z' }] },
    });

    expect(await datesOf(expert, { month: '2026-01' })).toMatchObject({
      availableDates: [],
      nextAvailableDate: '2026-02-10',
    });
    expect((await datesOf(expert, { month: '2020-01' })).nextAvailableDate).toBe('2026-02-10');
    expect((await datesOf(expert, { month: '2030-01' })).nextAvailableDate).toBeNull();
  });
});

describe('questions that cannot be answered', () => {
  it.each<[string, Query]>([
    ['no date', {}],
    ['a malformed date', { date: '15.01.2026' }],
    ['a day that does not exist', { date: '2026-02-30' }],
    ['a zone that does not exist', { date: '2026-01-15', timezone: 'Mars/Olympus' }],
    ['an offset for a zone', { date: '2026-01-15', timezone: '+05:30' }],
    ['a duration that the product does not know', { date: '2026-01-15', duration: 45 }],
    ['a duration that is no number', { date: '2026-01-15', duration: 'long' }],
  ])('are 400: %s', async (_what, query) => {
    const response = await getSlots((await buildExpert()).slug, query);

    expect(response.status).toBe(400);
    expect(response.body.error.code).toBe('VALIDATION_FAILED');
    expect(response.body.error.details.issues).not.toEqual([]);
  });

  it.each<[string, Query]>([
    ['no month', {}],
    ['a month without its year', { month: '1' }],
    ['month 13', { month: '2026-13' }],
    ['two years', { month: '2026-01', year: 2027 }],
  ])('are 400: %s', async (_what, query) => {
    expect((await getDates((await buildExpert()).slug, query)).status).toBe(400);
  });

  it('are 400 for a duration that this expert does not offer, and name those that they do', async () => {
    const expert = await buildExpert({ schedule: { durations: [90, 30] } });

    for (const response of [
      await getSlots(expert.slug, { date: '2026-01-15' }),
      await getDates(expert.slug, { month: '2026-01' }),
    ]) {
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('30, 90');
      expect(response.body.error.details).toMatchObject({ durations: [30, 90], issues: [{ path: 'duration' }] });
    }
  });

  it('are 404 for an unknown or inactive expert', async () => {
    const inactive = await buildExpert({ isActive: false });

    for (const id of ['nobody', new Types.ObjectId().toHexString(), inactive.slug, 'Not-A-Slug']) {
      expect((await getSlots(id, { date: '2026-01-15' })).status, id).toBe(404);
      expect((await getDates(id, { month: '2026-01' })).status, id).toBe(404);
    }
  });

  it.each(['0001-01-01', '1969-12-31', '3000-01-01', '9999-12-31'])('are 400: the far day %s', async (date) => {
    const expert = await buildExpert();

    expect((await getSlots(expert.slug, { date })).status).toBe(400);
    expect((await getDates(expert.slug, { month: date.slice(0, 7) })).status).toBe(400);
  });

  it.each(['1970-01-01', '2999-12-31'])('are not about %s, the end of what is known, in any zone', async (date) => {
    const expert = await buildExpert();

    for (const timezone of ['Pacific/Kiritimati', 'America/New_York']) {
      expect((await getSlots(expert.slug, { date, timezone })).status).toBe(200);
      expect((await getDates(expert.slug, { month: date.slice(0, 7), timezone })).status).toBe(200);
    }
  });
});

describe('listing and accepting (S1)', () => {
  it('agree on every start of a day, also between the slots', async () => {
    const breakTimes = [{ start: '12:00', end: '13:00', days: [1, 2, 3, 4, 5] }];
    const expert = await buildExpert({ schedule: { breakTimes, bufferMinutes: 15 } });
    await buildClaim({ expert, startsAt: '2026-01-13T05:00:00Z', minutes: 90 });
    await buildClaim({ expert, startsAt: '2026-01-13T09:00:00Z', heldUntil: '2026-01-12T06:10:00Z' });
    const { availableSlots } = await slotsOf(expert, { date: '2026-01-13' });
    const listed = new Map(
      availableSlots.map(({ startsAt, available, reason }) => [startsAt, available ? 'free' : reason]),
    );

    for (
      let start = Date.parse('2026-01-13T02:00:00Z');
      start < Date.parse('2026-01-13T13:00:00Z');
      start += 5 * 60_000
    ) {
      const startsAt = new Date(start);
      const accepted = await checkBookable(
        { expert, terms: hourlyOfferOf(expert).terms(60), startsAt },
        clock.now(),
      ).then(
        () => 'free',
        ({ code, details }) => (code === 'SLOT_TAKEN' ? 'taken' : details.reason),
      );
      const shown = listed.get(startsAt.toISOString()) ?? 'off-grid';
      expect(accepted, startsAt.toISOString()).toBe(shown === 'booked' || shown === 'held' ? 'taken' : shown);
    }
  });

  it("leave out the customer's own hold, and nobody else's", async () => {
    const expert = await buildExpert();
    const userId = new Types.ObjectId();
    const startsAt = '2026-01-13T05:00:00Z';
    await buildClaim({ expert, startsAt, heldUntil: '2026-01-12T06:10:00Z', userId });
    const wanted = { expert, terms: hourlyOfferOf(expert).terms(60), startsAt: new Date(startsAt) };

    await expect(checkBookable({ ...wanted, exceptHoldOf: userId }, clock.now())).resolves.toBeUndefined();
    await expect(checkBookable({ ...wanted, exceptHoldOf: new Types.ObjectId() }, clock.now())).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
    });
  });

  it('show a hold as free to the customer who has it, and to nobody else (S1)', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, workingHours: hours('09:00', '10:00') } });
    const [asha, ravi] = [new Types.ObjectId(), new Types.ObjectId()];
    await buildClaim({ expert, startsAt: '2026-01-15T03:30:00Z', heldUntil: '2026-01-12T06:10:00Z', userId: asha });
    const seenWith = async (token: string) => {
      const response = await getSlots(expert.slug, { date: '2026-01-15' }).set('Authorization', `Bearer ${token}`);
      return inShort(endpoints['GET /experts/:id/availability'].responses[200].parse(response.body));
    };
    const tokenOf = (userId: Types.ObjectId) =>
      tokens.signAccessToken({ userId, signInId: userId, roles: ['customer'], expertId: null });

    expect(await seenWith(tokenOf(asha))).toEqual(['09:00']);
    expect(await seenWith(tokenOf(ravi))).toEqual(['09:00 held']);
    // What everybody may see needs no token, so one that has run out does no harm.
    expect(await seenWith('run-out')).toEqual(['09:00 held']);
    expect(inShort(await slotsOf(expert, { date: '2026-01-15' }))).toEqual(['09:00 held']);
    const inJanuary = getDates(expert.slug, { month: '2026-01' }).set('Authorization', `Bearer ${tokenOf(asha)}`);
    expect((await inJanuary).body.availableDates).toContain('2026-01-15');
    expect((await datesOf(expert, { month: '2026-01' })).availableDates).not.toContain('2026-01-15');
  });
});
