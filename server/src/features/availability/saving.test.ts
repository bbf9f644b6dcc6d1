import { defaultSchedule, endpoints, type Role } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildExpert, buildUser } from '../../../test/people.ts';
import { buildSession } from '../../../test/sessions.ts';
import { smallApp } from '../../../test/small-app.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import { AuditModel, createTokens, UserModel } from '../auth/index.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel, findExpertById, type ExpertRecord } from '../experts/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { availabilityRoutes } from './index.ts';

const clock = createTestClock();
const tokens = createTokens({ secret: 'a secret of thirty-two bytes or more', clock });
const app = smallApp(availabilityRoutes({ endpoint: createEndpoint(tokens, null), clock }));
const models = [UserModel, AuditModel, ExpertModel, ClaimModel, SessionModel];

beforeAll(() => openTestDatabase('availability-saving', models));
afterAll(closeTestDatabase);
beforeEach(async () => {
  for (const model of models) await model.collection.deleteMany({});
});

/** A bearer token of an account; by default of the expert's. */
function tokenOf(
  expert: ExpertRecord,
  roles: readonly Role[] = ['customer', 'expert'],
  userId = expert.userId,
): string {
  return tokens.signAccessToken({
    userId,
    signInId: userId,
    roles,
    expertId: roles.includes('expert') ? expert._id : null,
  });
}
const send = (method: 'put' | 'post', token: string, body: object) =>
  request(app)[method]('/api/v1/experts/availability').set('Authorization', `Bearer ${token}`).send(body);
const put = (expert: ExpertRecord, body: object) => send('put', tokenOf(expert), body);
const putAs = (token: string, id: string, body: object) =>
  request(app).put(`/api/v1/experts/${id}/availability`).set('Authorization', `Bearer ${token}`).send(body);

const mornings = { start: '08:00', end: '12:00' };
const ownSaved = endpoints['PUT /experts/availability'].responses[200];

describe("an expert's own hours", () => {
  it('are changed, answered and shown', async () => {
    const expert = await buildExpert();

    const response = await put(expert, {
      workingHours: { '1': { ...mornings, enabled: true }, '2': { ...mornings, enabled: false } },
      breakTimes: [{ start: '10:00', end: '10:15', days: [1] }],
      timezone: 'Europe/London',
      slotDuration: 30,
      dateOverrides: [{ date: '2026-12-24', intervals: [{ start: '09:00', end: '24:00' }] }],
      timeOff: [{ startsAt: '2026-07-01T00:00:00Z', endsAt: '2026-07-15T00:00:00Z' }],
    });

    expect(response.status).toBe(200);
    const saved = ownSaved.parse(response.body);
    expect(saved.strandedSessions).toEqual([]);
    expect(saved.expert).toMatchObject({
      timezone: 'Europe/London',
      slotDuration: 30,
      workingDays: [1, 3, 4, 5],
      breakTimes: [{ start: '10:00', end: '10:15', days: [1] }],
      dateOverrides: [{ date: '2026-12-24', intervals: [{ start: '09:00', end: '24:00' }] }],
    });
    const own = await request(app)
      .get('/api/v1/experts/me/availability')
      .set('Authorization', `Bearer ${tokenOf(expert)}`);
    expect(own.status).toBe(200);
    expect(own.body).toEqual({ success: true, expert: saved.expert });
  });

  it('are changed by POST as by PUT', async () => {
    const expert = await buildExpert();

    const response = await send('post', tokenOf(expert), { workingDays: [6] });

    expect(response.status).toBe(200);
    expect(response.body.expert.workingDays).toEqual([6]);
  });

  it('are what customers see from then on', async () => {
    const expert = await buildExpert();
    await put(expert, { workingHours: { '4': { start: '18:00', end: '19:00' } } });

    const { body } = await request(app).get(`/api/v1/experts/${expert.slug}/availability?date=2026-01-15`);

    expect(body.availableSlots.slice(0, 1)).toEqual([
      { time: '18:00', available: true, startsAt: '2026-01-15T12:30:00.000Z' },
    ]);
  });

  it('raise the version of the schedule with each save (S5)', async () => {
    const expert = await buildExpert();

    await put(expert, { bufferMinutes: 5 });
    await put(expert, { bufferMinutes: 5 });

    expect((await findExpertById(expert._id))?.scheduleVersion).toBe(2);
  });

  it('lose no member when ten saves of different ones come at once', async () => {
    const expert = await buildExpert();
    const changes = [
      ...['0', '1', '2', '3', '4', '5', '6'].map((day) => ({
        workingHours: { [day]: { ...mornings, enabled: true } },
      })),
      { bufferMinutes: 15 },
      { slotDuration: 30 },
      { minimumNoticeMinutes: 60 },
    ];

    const responses = await Promise.all(changes.map((change) => put(expert, change)));

    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const saved = await findExpertById(expert._id);
    const day = { ...mornings, enabled: true };
    expect(saved?.schedule).toEqual({
      ...defaultSchedule,
      workingHours: { '0': day, '1': day, '2': day, '3': day, '4': day, '5': day, '6': day },
      bufferMinutes: 15,
      slotDuration: 30,
      minimumNoticeMinutes: 60,
    });
    expect(saved?.scheduleVersion).toBe(10);
  });

  it('leave no row in the audit log', async () => {
    await put(await buildExpert(), { bufferMinutes: 5 });

    expect(await AuditModel.countDocuments()).toBe(0);
  });
});

describe('hours that are refused (S2)', () => {
  it.each<[string, object, string]>([
    ['a start off the 5 minutes', { workingHours: { '1': { start: '09:03', end: '17:00' } } }, 'workingHours.1.start'],
    [
      'an hour that no clock shows',
      { workingHours: { '1': { start: '25:00', end: '17:00' } } },
      'workingHours.1.start',
    ],
    ['24:00 as a start', { workingHours: { '1': { start: '24:00', end: '17:00' } } }, 'workingHours.1.start'],
    ['day 7', { workingDays: [7] }, 'workingDays.0'],
    [
      'a contradiction',
      { workingDays: [2], workingHours: { '1': { ...mornings, enabled: true } } },
      'workingHours.1.enabled',
    ],
    ['a break off the 5 minutes', { breakTimes: [{ start: '12:00', end: '12:31', days: [1] }] }, 'breakTimes.0.end'],
    ['a break over midnight', { breakTimes: [{ start: '23:30', end: '00:30', days: [1] }] }, 'breakTimes.0.end'],
    ['a break without length', { breakTimes: [{ start: '12:00', end: '12:00', days: [1] }] }, 'breakTimes.0.end'],
    ['a break on day 7', { breakTimes: [{ start: '12:00', end: '12:30', days: [7] }] }, 'breakTimes.0.days.0'],
    ['a buffer of 7 minutes', { bufferMinutes: 7 }, 'bufferMinutes'],
    ['a grid of 20 minutes', { slotDuration: 20 }, 'slotDuration'],
    ['a duration of 45 minutes', { durations: [45] }, 'durations.0'],
    ['no duration at all', { durations: [] }, 'durations'],
    ['an unknown zone', { timezone: 'Mars/Olympus' }, 'timezone'],
    [
      'time off that ends before it starts',
      { timeOff: [{ startsAt: '2026-02-02T00:00:00Z', endsAt: '2026-02-01T00:00:00Z' }] },
      'timeOff.0',
    ],
    ['an override of no day', { dateOverrides: [{ date: '2026-02-30', intervals: [] }] }, 'dateOverrides.0.date'],
    ['a member that does not exist', { hourlyRate: 1 }, 'body'],
  ])('%s', async (_what, change, path) => {
    const expert = await buildExpert();

    const response = await put(expert, change);

    expect(response.status).toBe(400);
    expect(response.body.error.code).toBe('VALIDATION_FAILED');
    const paths = response.body.error.details.issues.map(
      (issue: { path: string; in: string }) => issue.path || issue.in,
    );
    expect(paths).toEqual(expect.arrayContaining([path]));
    expect((await findExpertById(expert._id))?.scheduleVersion).toBe(0);
  });
});

describe('who may change hours', () => {
  it('is nobody without a sign-in', async () => {
    const expert = await buildExpert();

    expect((await request(app).put('/api/v1/experts/availability').send({})).status).toBe(401);
    expect((await request(app).post('/api/v1/experts/availability').send({})).status).toBe(401);
    expect((await request(app).get('/api/v1/experts/me/availability')).status).toBe(401);
    expect((await request(app).put(`/api/v1/experts/${expert.slug}/availability`).send({})).status).toBe(401);
  });

  it('is no customer', async () => {
    const expert = await buildExpert();
    const token = tokenOf(expert, ['customer'], (await buildUser())._id);

    for (const response of [
      await send('put', token, {}),
      await send('post', token, {}),
      await putAs(token, expert.slug, {}),
    ]) {
      expect(response.status).toBe(403);
      expect(response.body.error.code).toBe('FORBIDDEN');
    }
  });

  it("is no other expert: they change their own hours, and nobody's through the admin's door", async () => {
    const [expert, other] = [await buildExpert(), await buildExpert()];

    await put(other, { bufferMinutes: 30 });

    expect((await putAs(tokenOf(other), expert.slug, { bufferMinutes: 30 })).status).toBe(403);
    expect((await findExpertById(expert._id))?.schedule.bufferMinutes).toBe(0);
    expect((await findExpertById(other._id))?.schedule.bufferMinutes).toBe(30);
  });

  it('is 404 for an account that has the role but no profile', async () => {
    const expert = await buildExpert();
    const token = tokenOf(expert, ['expert'], (await buildUser())._id);

    expect((await send('put', token, { bufferMinutes: 5 })).status).toBe(404);
  });

  it('is the expert whose token is older than the profile', async () => {
    const expert = await buildExpert();
    const token = tokens.signAccessToken({
      userId: expert.userId,
      signInId: expert.userId,
      roles: ['expert'],
      expertId: null,
    });

    expect((await send('put', token, { bufferMinutes: 5 })).status).toBe(200);
  });
});

describe('an admin', () => {
  it('changes the hours of any expert, also an inactive one, and leaves a row in the audit log', async () => {
    const expert = await buildExpert({ isActive: false });
    const admin = await buildUser({ roles: ['admin'] });
    const token = tokenOf(expert, ['admin'], admin._id);

    const response = await putAs(token, expert._id.toHexString(), { bufferMinutes: 30 });

    expect(response.status).toBe(200);
    expect(endpoints['PUT /experts/:id/availability'].responses[200].parse(response.body).expert.bufferMinutes).toBe(
      30,
    );
    const [row, ...others] = await AuditModel.find().lean();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      actorId: admin._id,
      action: 'availability.save',
      target: expert._id,
      before: { bufferMinutes: 0 },
      after: { bufferMinutes: 30 },
      at: clock.now(),
    });
  });

  it('is told of an expert that does not exist', async () => {
    const token = tokenOf(await buildExpert(), ['admin']);

    expect((await putAs(token, 'nobody', { bufferMinutes: 30 })).status).toBe(404);
    expect(await AuditModel.countDocuments()).toBe(0);
  });
});

describe('sessions that a change leaves outside the new hours (S5)', () => {
  const thursday = (time: string) => `2026-01-15T${time}:00Z`;
  const strandedBy = async (expert: ExpertRecord, change: object) => {
    const { strandedSessions } = ownSaved.parse((await put(expert, change)).body);
    return strandedSessions.map(({ startsAt }) => startsAt);
  };

  it('are listed with id and reference, and stay booked', async () => {
    const expert = await buildExpert();
    const session = await buildSession(expert, { startsAt: thursday('08:30'), reference: 'SRN-1' }); // 14:00 in India

    const response = await put(expert, { workingHours: { '4': mornings } });

    expect(response.body.strandedSessions).toEqual([
      { id: session._id.toHexString(), reference: 'SRN-1', startsAt: '2026-01-15T08:30:00.000Z' },
    ]);
    expect((await SessionModel.findById(session._id).lean())?.status).toBe('confirmed');
  });

  it.each<[string, object]>([
    ['the day off', { workingDays: [1, 2, 3, 5] }],
    ['an end in its middle', { workingHours: { '4': { start: '09:00', end: '14:30' } } }],
    ['a break in it', { breakTimes: [{ start: '14:15', end: '14:30', days: [4] }] }],
    ['an override of its date', { dateOverrides: [{ date: '2026-01-15', intervals: [] }] }],
    ['time off over its end', { timeOff: [{ startsAt: '2026-01-15T09:25:00Z', endsAt: '2026-01-16T00:00:00Z' }] }],
    ['another zone', { timezone: 'America/New_York' }],
  ])('come from %s', async (_what, change) => {
    const expert = await buildExpert();
    await buildSession(expert, { startsAt: thursday('08:30') }); // 14:00 to 15:00 in India

    expect(await strandedBy(expert, change)).toEqual(['2026-01-15T08:30:00.000Z']);
  });

  it.each<[string, object]>([
    ['hours that just hold it', { workingHours: { '4': { start: '14:00', end: '15:00' } } }],
    ['hours whose grid it is not on', { workingHours: { '4': { start: '09:10', end: '17:00' } }, slotDuration: 60 }],
    ['a break that touches it', { breakTimes: [{ start: '15:00', end: '15:30', days: [4] }] }],
    ['its duration no longer being offered', { durations: [30] }],
    ['a longer notice', { minimumNoticeMinutes: 43_200 }],
    ['a nearer horizon', { maximumAdvanceDays: 1 }],
  ])('are not made by %s', async (_what, change) => {
    const expert = await buildExpert();
    await buildSession(expert, { startsAt: thursday('08:30') });

    expect(await strandedBy(expert, change)).toEqual([]);
  });

  it('are neither over nor cancelled', async () => {
    const expert = await buildExpert();
    await buildSession(expert, { startsAt: '2026-01-08T08:30:00Z' });
    await buildSession(expert, { startsAt: thursday('08:30'), status: 'cancelled' });
    await buildSession(await buildExpert(), { startsAt: thursday('09:30') });

    expect(await strandedBy(expert, { workingDays: [] })).toEqual([]);
  });

  it('may run over midnight from one day of work into the next', async () => {
    const expert = await buildExpert();
    await buildSession(expert, { startsAt: thursday('18:00') }); // 23:30 to 00:30 in India
    const allDay = { start: '00:00', end: '24:00', enabled: true };

    expect(await strandedBy(expert, { workingHours: { '4': allDay, '5': allDay } })).toEqual([]);
    expect(await strandedBy(expert, { workingHours: { '5': mornings } })).toEqual(['2026-01-15T18:00:00.000Z']);
  });
});
