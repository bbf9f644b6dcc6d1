import { endpoints, type FeedKind } from '@serene/shared/contracts';
import ICAL from 'ical.js';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2, type TestPerson } from '../../../test/booking-world.ts';
import { ExpertModel } from '../experts/index.ts';
import { FeedModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('calendars');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

type Signed = { token: string };

async function makeLink(person: Signed, kind: FeedKind = 'sessions'): Promise<string> {
  const response = await world.post(`/me/calendar-feeds/${kind}`, person, {});
  return endpoints['POST /me/calendar-feeds/:kind'].responses[201].parse(expectStatus(response, 201)).url;
}

/** As a calendar program reads it: without sign-in. */
const fetchFeed = (url: string) => request(world.server).get(new URL(url).pathname);

/** Read by a parser that is not the writer. */
async function readFeed(url: string) {
  const response = await fetchFeed(url);
  expectStatus(response, 200);
  const calendar = new ICAL.Component(ICAL.parse(response.text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => ({
    component,
    event: new ICAL.Event(component),
  }));
  return { response, calendar, events };
}

const summaries = async (url: string) => (await readFeed(url)).events.map(({ event }) => event.summary);

describe('the calendar of a person’s sessions', () => {
  it('shows a customer theirs and an expert their clients, each named after the other', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const session = await world.book(asha, expert);

    const own = await readFeed(await makeLink(asha));

    expect(own.response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(own.response.headers['cache-control']).toContain('private');
    expect(own.calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(own.calendar.getFirstPropertyValue('x-wr-calname')).toBe('Serene Wellbeing');
    expect(own.events).toHaveLength(1);
    expect(own.events[0]?.event).toMatchObject({ uid: `${session.id}@serene`, summary: 'Session with Dr. Sarah Khan' });
    expect(own.events[0]?.event.startDate.toJSDate()).toEqual(new Date(thursdayAt2));
    expect(await summaries(await makeLink(expert))).toEqual(['Session with Asha Nair']);
  });

  it('follows a move, drops what was cancelled and marks what waits for an answer', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const careful = await world.expert({ requiresApproval: true });
    const moved = await world.book(asha, expert);
    const cancelled = await world.book(asha, expert, '2026-01-16T08:30:00.000Z');
    await world.book(asha, careful, '2026-01-16T04:30:00.000Z');
    const url = await makeLink(asha);
    expect((await readFeed(url)).events).toHaveLength(3);

    await world.post(`/sessions/${moved.id}/reschedule`, asha, { startsAt: '2026-01-15T09:30:00.000Z' });
    await world.post(`/sessions/${cancelled.id}/cancel`, asha, {});

    const { events } = await readFeed(url);
    const entries = events.map(({ component, event }) => ({
      start: event.startDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
    }));
    expect(entries).toEqual(
      expect.arrayContaining([
        { start: '2026-01-15T09:30:00.000Z', sequence: 1, status: 'CONFIRMED' },
        { start: '2026-01-16T04:30:00.000Z', sequence: 0, status: 'TENTATIVE' },
      ]),
    );
    expect(entries).toHaveLength(2);
  });

  it('speaks the language of its owner, whichever of the two that is', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await world.book(asha, expert);
    expectStatus(await world.patch('/me', expert, { locale: 'hi-IN' }), 200);

    expect(await summaries(await makeLink(asha))).toEqual(['Session with Dr. Sarah Khan']);
    expect(await summaries(await makeLink(expert))).toEqual(['Asha Nair के साथ सत्र']);
  });

  it('holds the last ninety days', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await world.book(asha, expert);
    const url = await makeLink(asha);

    world.clock.moveTo('2026-04-15T08:30:00Z');
    expect(await summaries(url)).toHaveLength(1);
    world.clock.moveTo('2026-04-15T08:30:01Z');
    expect(await summaries(url)).toEqual([]);
  });
});

describe('the calendar of an expert’s busy times', () => {
  it('tells when and nothing else, sessions in a row as one', async () => {
    const expert = await world.expert();
    await world.book(await world.customer(), expert);
    await world.book(await world.customer('Ravi Rao'), expert, '2026-01-15T09:30:00.000Z');
    await world.hold(await world.customer('Meera Joshi'), expert, '2026-01-16T08:30:00.000Z');
    const timeOff = [{ startsAt: '2026-01-20T03:30:00.000Z', endsAt: '2026-01-22T03:30:00.000Z' }];
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { 'schedule.timeOff': timeOff } });

    const { response, events } = await readFeed(await makeLink(expert, 'busy'));

    const times = events.map(({ event }) => [
      event.startDate.toJSDate().toISOString(),
      event.endDate.toJSDate().toISOString(),
    ]);
    expect(times).toEqual([
      ['2026-01-15T08:30:00.000Z', '2026-01-15T10:30:00.000Z'],
      ['2026-01-20T03:30:00.000Z', '2026-01-22T03:30:00.000Z'],
    ]);
    expect(events.map(({ event }) => event.summary)).toEqual(['Busy', 'Busy']);
    expect(events[0]?.component.getFirstPropertyValue('transp')).toBe('OPAQUE');
    expect(response.text).not.toMatch(/Asha|Ravi|Meera|SW-|sessions\//);
  });

  it('is for experts', async () => {
    const response = await world.post('/me/calendar-feeds/busy', await world.customer(), {});

    expect(errorOf(response).code).toBe('FORBIDDEN');
  });
});

describe('a link to a calendar', () => {
  const linksOf = async (person: Signed) => {
    const response = await world.get('/me/calendar-feeds', person);
    return endpoints['GET /me/calendar-feeds'].responses[200].parse(expectStatus(response, 200)).feeds;
  };
  const revoke = (person: TestPerson, kind = 'sessions') => world.delete(`/me/calendar-feeds/${kind}`, person);

  it('stops working when it is revoked', async () => {
    const asha = await world.customer();
    const url = await makeLink(asha);
    expect(await linksOf(asha)).toEqual({ sessions: { createdAt: '2026-01-12T06:00:00.000Z' }, busy: null });

    expect((await revoke(asha)).status).toBe(200);

    expect((await fetchFeed(url)).status).toBe(404);
    expect(await linksOf(asha)).toEqual({ sessions: null, busy: null });
    expect((await revoke(asha)).status).toBe(404);
  });

  it('stops working when another is made, also from two tabs at once', async () => {
    const asha = await world.customer();
    const first = await makeLink(asha);

    const urls = await Promise.all([makeLink(asha), makeLink(asha), makeLink(asha)]);

    const statuses = await Promise.all(urls.map(async (url) => (await fetchFeed(url)).status));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 404, 404]);
    expect((await fetchFeed(first)).status).toBe(404);
  });

  it('is kept as a hash: the database does not open it', async () => {
    const url = await makeLink(await world.customer());

    const kept = JSON.stringify(await FeedModel.find().lean());

    const token = /feeds\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? 'none';
    expect(kept).not.toContain(token);
  });

  it.each(['/feeds/rubbish.ics', `/feeds/${'a'.repeat(43)}.ics`, `/feeds/${'a'.repeat(43)}`])(
    'that was never given out is none: %s',
    async (path) => {
      expect((await request(world.server).get(`/api/v1${path}`)).status).toBe(404);
    },
  );
});
