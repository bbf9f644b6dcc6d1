import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BookingWorld,
  errorOf,
  expectStatus,
  jwtSecret,
  thursdayAt2,
  type TestPerson,
} from '../../../test/booking-world.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { createCalendarFileLinks, SessionModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('sessions');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

async function book(person: TestPerson, expert: ExpertRecord, startsAt = thursdayAt2): Promise<string> {
  const order = await world.hold(person, expert, startsAt);
  const response = await world.verify(person, await world.pay(order.orderId));
  return endpoints['POST /payments/verify'].responses[200].parse(expectStatus(response, 200)).session.id;
}

async function list(person: { token: string }, query = '') {
  const response = await world.get(`/sessions${query}`, person);
  return endpoints['GET /sessions'].responses[200].parse(expectStatus(response, 200));
}

describe('the reminders that a session says will come (E2)', () => {
  const remindersOf = async (person: { token: string }, id: string) => {
    const body = expectStatus(await world.get(`/sessions/${id}`, person), 200);
    return endpoints['GET /sessions/:id'].responses[200].parse(body).session.remindersBefore;
  };

  it('are, for the customer, those whose moment has not passed yet', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);

    expect(await remindersOf(asha, id)).toEqual([1440, 60]);
    world.clock.moveTo('2026-01-14T08:30:01Z');
    expect(await remindersOf(asha, id)).toEqual([60]);
    world.clock.moveTo('2026-01-15T07:30:01Z');
    expect(await remindersOf(asha, id)).toEqual([]);
  });

  it('are, for the expert, the last one', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];

    expect(await remindersOf(expert, await book(asha, expert))).toEqual([60]);
  });
});

describe('the list of a person’s sessions', () => {
  it('shows the customer theirs, soonest first, without a copy of themselves', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const later = await book(asha, expert, '2026-01-16T08:30:00.000Z');
    const sooner = await book(asha, expert);

    const { sessions } = await list(asha);

    expect(sessions.map(({ id }) => id)).toEqual([sooner, later]);
    expect(sessions[0]).not.toHaveProperty('customer');
  });

  it('shows the expert who booked', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await book(asha, expert);

    const { sessions } = await list(expert, '?as=expert');

    expect(sessions).toMatchObject([{ customer: { name: 'Asha Nair', email: asha.email } }]);
  });

  it('moves a session from upcoming to past when it ends', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);

    world.clock.moveTo('2026-01-15T09:29:59Z');
    expect((await list(asha)).sessions.map((session) => session.id)).toEqual([id]);
    world.clock.moveTo('2026-01-15T09:30:00Z');
    expect((await list(asha)).sessions).toEqual([]);
    expect((await list(asha, '?when=past')).sessions.map((session) => session.id)).toEqual([id]);
  });

  it('counts as past what was completed before its end', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    await SessionModel.updateOne({ _id: id }, { $set: { status: 'completed' } });

    world.clock.moveTo('2026-01-15T09:00:00Z');
    expect((await list(asha)).sessions).toEqual([]);
    expect((await list(asha, '?when=past')).sessions.map((session) => session.id)).toEqual([id]);
  });

  it('shows requests apart, and among what lies ahead (L4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    expect((await list(asha, '?when=requests')).sessions).toEqual([]);
    await SessionModel.updateOne({ _id: id }, { $set: { status: 'pending' } });

    for (const tab of ['', '?when=requests']) {
      expect((await list(asha, tab)).sessions.map((session) => session.id)).toEqual([id]);
    }
  });

  it('shows cancelled sessions apart', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    await SessionModel.updateOne({ _id: id }, { $set: { status: 'cancelled' } });

    expect((await list(asha)).sessions).toEqual([]);
    expect((await list(asha, '?when=cancelled')).sessions.map((session) => session.id)).toEqual([id]);
  });

  it('comes in pages that neither repeat nor miss one, also when two experts start at the same moment', async () => {
    const asha = await world.customer();
    const ids = new Set<string>();
    for (let index = 0; index < 5; index += 1) ids.add(await book(asha, await world.expert()));

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list(asha, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.sessions.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(ids);
  });

  it.each([
    ['is rubbish', 'rubbish'],
    ['names no instant', `9007199254740991.${'a'.repeat(24)}`],
    ['names an instant before all of them', `-8640000000000001.${'a'.repeat(24)}`],
    ['names no session', '1768465800000.somebody'],
  ])('refuses a cursor that it did not give out, since it %s', async (_why, text) => {
    const cursor = Buffer.from(text).toString('base64url');

    const response = await world.get(`/sessions?cursor=${cursor}`, await world.customer());

    expect(response.status).toBe(400);
    expect(errorOf(response).code).toBe('VALIDATION_FAILED');
  });

  it('refuses clients of somebody who is no expert', async () => {
    const asha = await world.customer();

    expect((await world.get('/sessions?as=expert', asha)).status).toBe(403);
    expect((await world.get('/sessions', { token: 'none' })).status).toBe(401);
  });
});

describe('one session', () => {
  it('is there for its two people and looks like none to anybody else', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const id = await book(asha, expert);

    expect((await world.get(`/sessions/${id}`, asha)).status).toBe(200);
    expect((await world.get(`/sessions/${id}`, expert)).status).toBe(200);
    expect((await world.get(`/sessions/${id}`, ravi)).status).toBe(404);
    expect((await world.get(`/sessions/${id}`, await world.expert())).status).toBe(404);
    expect((await world.get('/sessions/not-an-id', asha)).status).toBe(404);
  });

  it('can be joined from ten minutes before its start until its end', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    const joinUrlAt = async (instant: string) => {
      world.clock.moveTo(instant);
      const response = await world.get(`/sessions/${id}`, asha);
      return endpoints['GET /sessions/:id'].responses[200].parse(expectStatus(response, 200)).session.joinUrl;
    };

    expect(await joinUrlAt('2026-01-15T08:19:59Z')).toBeNull();
    expect(await joinUrlAt('2026-01-15T08:20:00Z')).toMatch(/^https:\/\/meet\.example\.com\/[\w-]+$/);
    expect(await joinUrlAt('2026-01-15T09:29:59Z')).not.toBeNull();
    expect(await joinUrlAt('2026-01-15T09:30:00Z')).toBeNull();
  });

  it('tells its room to its two people only, and only while it can be joined', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    const roomSeenBy = async (person: { token: string }) => {
      const response = await world.get(`/sessions/${id}`, person);
      const { session } = endpoints['GET /sessions/:id'].responses[200].parse(expectStatus(response, 200));
      return [session.roomId, session.joinUrl];
    };
    expect(await roomSeenBy(asha)).toEqual([null, null]);

    world.clock.moveTo('2026-01-15T08:30:00Z');

    expect(await roomSeenBy(expert)).not.toContain(null);
    expect(await roomSeenBy(await world.admin())).toEqual([null, null]);
  });

  it('keeps its wall clock in the expert’s zone across daylight saving', async () => {
    const asha = await world.customer();
    const expert = await world.expert({ schedule: { timezone: 'America/New_York' } });
    world.clock.moveTo('2026-03-02T06:00:00Z');

    await book(asha, expert, '2026-03-09T13:00:00.000Z');

    const { sessions } = await list(asha);
    expect(sessions).toMatchObject([
      { scheduledDate: '2026-03-09', scheduledTime: '09:00', timezone: 'America/New_York' },
    ]);
  });

  it('comes as a calendar file', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const id = await book(asha, expert);

    const response = await world.get(`/sessions/${id}/calendar.ics`, asha);

    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(response.text).toContain('DTSTART:20260115T083000Z');
    expect(response.text).toContain('DTEND:20260115T093000Z');
    expect(response.text).toContain('SUMMARY:Session with Dr. Sarah Khan');
    expect((await world.get(`/sessions/${id}/calendar.ics`, ravi)).status).toBe(404);
  });

  it.each([
    ['confirmed', 'CONFIRMED'],
    ['pending', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
  ])('that is %s comes as a calendar file that says %s', async (status, said) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const id = await book(asha, expert);
    await SessionModel.updateOne({ _id: id }, { $set: { status } });

    const response = await world.get(`/sessions/${id}/calendar.ics`, asha);

    expect(response.text).toContain(`STATUS:${said}`);
  });

  describe('by the link of an email', () => {
    const links = createCalendarFileLinks(jwtSecret, 'https://serene.example.com');
    const pathOf = (sessionId: string, reader: 'customer' | 'expert') =>
      new URL(links.urlFor({ sessionId, reader })).pathname.replace('/api/v1', '');
    const open = (path: string) => request(world.server).get(`/api/v1${path}`);

    it.each([
      ['google', 'https://calendar.google.com', 'text'],
      ['outlook', 'https://outlook.live.com', 'subject'],
      ['office365', 'https://outlook.office.com', 'subject'],
    ] as const)('leads to %s with the session filled in', async (service, origin, title) => {
      const sessionId = await book(await world.customer('Asha Rao'), await world.expert());
      const path = new URL(links.urlFor({ sessionId, reader: 'customer' }, service)).pathname;

      const { status, headers } = await open(path.replace('/api/v1', ''));

      const target = new URL(headers['location'] ?? '');
      expect([status, target.origin]).toEqual([303, origin]);
      expect(target.searchParams.get(title)).toBe('Session with Dr. Sarah Khan');
    });

    it('leads to the page of a session that was cancelled, and nowhere else by a forged link', async () => {
      const sessionId = await book(await world.customer(), await world.expert());
      const path = pathOf(sessionId, 'customer').replace('.ics', '/google');
      await SessionModel.updateOne({ _id: sessionId }, { $set: { status: 'cancelled' } });

      expect((await open(path)).headers['location']).toMatch(new RegExp(`/sessions/${sessionId}$`));
      expect((await open(path.replace(/[ce](?=[\w-]{43}\/)/, 'e'))).status).toBe(404);
      expect((await open(path.replace('google', 'evil'))).status).toBe(404);
    });

    it('opens as this one file without a sign-in, named after the other person', async () => {
      const id = await book(await world.customer('Asha Rao'), await world.expert());

      const own = await open(pathOf(id, 'customer'));

      expect(own.status).toBe(200);
      expect(own.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-store',
      });
      expect(own.text).toContain('SUMMARY:Session with Dr. Sarah Khan');
      expect((await open(pathOf(id, 'expert'))).text).toContain('SUMMARY:Session with Asha Rao');
    });

    it('is signed for one session and one person', async () => {
      const [asha, expert] = [await world.customer(), await world.expert()];
      const id = await book(asha, expert);
      const path = pathOf(id, 'customer');
      const other = path.replace(id, '65f0c0ffee00000000000001');

      for (const forged of [other, path.replace(`${id}c`, `${id}e`), path.replace(/.{3}\.ics$/, 'AAA.ics')]) {
        expect((await open(forged)).status).toBe(404);
      }
    });

    it('ends a week after the session', async () => {
      const id = await book(await world.customer(), await world.expert());

      world.clock.moveTo('2026-01-22T09:30:00Z');
      expect((await open(pathOf(id, 'customer'))).status).toBe(200);
      world.clock.moveTo('2026-01-22T09:30:01Z');
      expect((await open(pathOf(id, 'customer'))).status).toBe(404);
    });
  });
});
