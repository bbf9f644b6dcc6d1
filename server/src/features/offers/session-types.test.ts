import { endpoints, type SessionType } from '@serene/shared/contracts';
import { offerLimits } from '@serene/shared/offers';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { offer, offerBody } from '../../../test/offers.ts';
import { AuditModel } from '../auth/index.ts';
import { ExpertModel } from '../experts/index.ts';
import { SessionTypeModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('session-types');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const list = async (expertId: string, person?: { token: string }, includeInactive = false) => {
  const path = `/scheduling/session-types?expertId=${expertId}${includeInactive ? '&includeInactive=true' : ''}`;
  const answer = person ? await world.get(path, person) : await request(world.server).get(`/api/v1${path}`);
  return endpoints['GET /scheduling/session-types'].responses[200].parse(expectStatus(answer, 200)).sessionTypes;
};
const edited = ({ version, ...type }: SessionType, change: object) => {
  const { title, description, durationMinutes, price, currency, category, access, isActive, color } = type;
  const { maxParticipants, pathways, questions, place, calendar, terms } = type;
  const kept = { title, description, durationMinutes, price, currency, category, access, isActive, color };
  return { ...kept, maxParticipants, pathways, questions, place, calendar, terms, version, ...change };
};

describe('a session type (F3)', () => {
  it('is offered with little said: active, for one, in the room, without questions, on the expert’s terms', async () => {
    const expert = await world.expert({ requiresApproval: true });

    const type = await offer(world, expert);

    expect(type).toMatchObject({
      expertId: expert._id.toHexString(),
      title: 'Sleep consultation',
      price: 1_200,
      priceMinor: 120_000,
      isActive: true,
      isForSale: true,
      maxParticipants: 1,
      place: { kind: 'room' },
      calendar: 'own',
      questions: [],
      requiresApproval: true,
      cancellationPolicy: expert.cancellationPolicy,
      version: 0,
    });
    expect(await list(expert._id.toHexString())).toEqual([expect.objectContaining({ id: type.id })]);
  });

  it.each([
    ['a free one with a price', { category: 'free' as const }, 'price'],
    ['a paid one without', { price: 0 }, 'category'],
    ['less than the gateway takes', { price: 0.5 }, 'price'],
    ['more than it takes', { price: 30_000_000 }, 'price'],
    ['more decimals than there are', { price: 1_200.005 }, 'price'],
    ['decimals of yen', { price: 1_200.5, currency: 'JPY' }, 'price'],
    ['a pathway that names none', { category: 'pathway' as const, access: 'members' as const }, 'pathways'],
    ['a pathway for everybody', { category: 'pathway' as const, pathways: ['Sleep'] }, 'access'],
    ['pathways of something else', { pathways: ['Sleep'] }, 'pathways'],
    [
      'the same pathway twice',
      { category: 'pathway' as const, access: 'members' as const, pathways: ['A', 'A'] },
      'pathways',
    ],
    [
      'a group, which cannot be sold yet',
      { maxParticipants: 8, place: { kind: 'address' as const, text: 'Here' } },
      'maxParticipants',
    ],
    ['a link that is none', { place: { kind: 'link' as const, text: 'meet me' } }, 'place.text'],
    ['a link that is not safe', { place: { kind: 'link' as const, text: 'http://meet.example.com' } }, 'place.text'],
    [
      'a link with a password',
      { place: { kind: 'link' as const, text: 'https://a:b@meet.example.com' } },
      'place.text',
    ],
    [
      'a link of two lines',
      { place: { kind: 'link' as const, text: 'https://meet.example.com/\nmore' } },
      'place.text',
    ],
    ['a link without slashes', { place: { kind: 'link' as const, text: 'https:meet.example.com' } }, 'place.text'],
    ['a place without one', { place: { kind: 'address' as const, text: '' } }, 'place.text'],
    [
      'a choice of one',
      { questions: [{ id: 'a', kind: 'choice' as const, label: 'A?', required: true, choices: ['x'] }] },
      'questions.0.choices',
    ],
    [
      'choices of a text',
      { questions: [{ id: 'a', kind: 'short' as const, label: 'A?', required: true, choices: ['x', 'y'] }] },
      'questions.0.choices',
    ],
    [
      'two questions with one id',
      { questions: ['A?', 'B?'].map((label) => ({ id: 'a', kind: 'short' as const, label, required: true })) },
      'questions',
    ],
  ])('is refused with %s, naming what to change', async (_what, wrong, path) => {
    const expert = await world.expert();

    const answer = await world.post('/scheduling/session-types', expert, offerBody(wrong));

    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ details: { issues: [expect.objectContaining({ path })] } });
    expect(await SessionTypeModel.countDocuments()).toBe(0);
  });

  it.each(['__proto__', 'constructor', 'toString', 'notes', 'pathway'])(
    'is refused with a question that is called %s',
    async (id) => {
      const question = { id, kind: 'short' as const, label: 'A?', required: true };

      const answer = await world.post(
        '/scheduling/session-types',
        await world.expert(),
        offerBody({ questions: [question] }),
      );

      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toMatchObject({ details: { issues: [{ path: 'questions.0.id' }] } });
    },
  );

  it.each([
    ['a length off the grid', { durationMinutes: 47 }],
    ['a length of nine hours', { durationMinutes: 540 }],
    ['a title of two lines of nothing', { title: ' \n ' }],
    ['a title that is too long', { title: 'x'.repeat(offerLimits.title + 1) }],
    ['a currency that nobody knows', { currency: 'XQX' }],
    ['Calendly, which is not there yet', { calendar: 'calendly' }],
    ['a member nobody knows', { stripe: true }],
  ])('is refused with %s', async (_what, wrong) => {
    const expert = await world.expert();
    expect((await world.post('/scheduling/session-types', expert, { ...offerBody(), ...wrong })).status).toBe(400);
  });

  it('keeps its title to one line, whatever was pasted', async () => {
    const expert = await world.expert();
    expect((await offer(world, expert, { title: 'Sleep\n consultation\u202E' })).title).toBe('Sleep consultation');
  });

  it('is one of at most fifty that are active, also where sixty are made at once (T3)', async () => {
    const expert = await world.expert();
    for (let made = 0; made < offerLimits.active - 2; made += 1) await offer(world, expert);

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => world.post('/scheduling/session-types', expert, offerBody())),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await SessionTypeModel.countDocuments()).toBe(offerLimits.active);
    const off = await world.post('/scheduling/session-types', expert, offerBody({ isActive: false }));
    expect(off.status).toBe(201);
  });
});

describe('editing a session type', () => {
  it('replaces it and raises its version', async () => {
    const expert = await world.expert();
    const type = await offer(world, expert);

    const answer = await world.put(`/scheduling/session-types/${type.id}`, expert, edited(type, { price: 1_500 }));

    expect(answer.body.sessionType).toMatchObject({ id: type.id, price: 1_500, version: 1 });
    expect(await list(expert._id.toHexString())).toMatchObject([{ price: 1_500 }]);
  });

  it('in two tabs loses nothing: the second hears what the first saved', async () => {
    const expert = await world.expert();
    const type = await offer(world, expert);
    await world.put(`/scheduling/session-types/${type.id}`, expert, edited(type, { title: 'First tab' }));

    const second = await world.put(
      `/scheduling/session-types/${type.id}`,
      expert,
      edited(type, { title: 'Second tab' }),
    );

    expect(second.status).toBe(409);
    expect(errorOf(second)).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { sessionType: { title: 'First tab', version: 1 } },
    });
  });

  it('at once by five tabs is done by one', async () => {
    const expert = await world.expert();
    const type = await offer(world, expert);

    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((tab) =>
        world.put(`/scheduling/session-types/${type.id}`, expert, edited(type, { title: `Tab ${tab}` })),
      ),
    );

    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });

  it('raises the version of the expert’s offers, which bookings compare (S5)', async () => {
    const expert = await world.expert();
    const type = await offer(world, expert);
    const before = await ExpertModel.findById(expert._id).lean();

    await world.put(`/scheduling/session-types/${type.id}`, expert, edited(type, { isActive: false }));

    const after = await ExpertModel.findById(expert._id).lean();
    expect(after?.offersVersion).toBe((before?.offersVersion ?? 0) + 1);
  });
});

describe('the list of session types (F5)', () => {
  it('has the active ones, shortest first, then cheapest, then by title', async () => {
    const expert = await world.expert();
    await offer(world, expert, { title: 'Long', durationMinutes: 90 });
    await offer(world, expert, { title: 'B', durationMinutes: 30, price: 500 });
    await offer(world, expert, { title: 'A', durationMinutes: 30, price: 500 });
    await offer(world, expert, { title: 'Cheap', durationMinutes: 30, price: 100 });
    await offer(world, expert, { title: 'Off', durationMinutes: 15, isActive: false });

    const id = expert._id.toHexString();
    expect((await list(id)).map(({ title }) => title)).toEqual(['Cheap', 'A', 'B', 'Long']);
    expect((await list(id, expert, true)).map(({ title }) => title)).toEqual(['Off', 'Cheap', 'A', 'B', 'Long']);
  });

  it('tells the expert’s own terms and the text of the place to the expert and admins alone', async () => {
    const [asha, admin, expert] = [await world.customer(), await world.admin(), await world.expert()];
    const place = { kind: 'link' as const, text: 'https://meet.example.com/sarah' };
    await offer(world, expert, { place, isActive: true });
    const id = expert._id.toHexString();

    for (const person of [undefined, asha]) {
      const [type] = await list(id, person, true);
      expect(type?.place).toEqual({ kind: 'link' });
      expect(type).not.toHaveProperty('terms');
    }
    for (const person of [expert, admin]) expect((await list(id, person, true))[0]?.place).toEqual(place);
  });

  it('may be kept by the browser of a visitor for seconds, and by nobody who is signed in', async () => {
    const expert = await world.expert();
    const path = `/scheduling/session-types?expertId=${expert._id.toHexString()}`;

    const visitor = await request(world.server).get(`/api/v1${path}`);
    const owner = await world.get(path, expert);

    expect(visitor.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=300');
    expect(owner.get('Cache-Control')).toBe('no-store');
  });

  it('leaves out what is not in the expert’s currency any more (F3)', async () => {
    const expert = await world.expert();
    await offer(world, expert);
    const body = { isActive: true, rate: 20, currency: 'USD', durations: [60], version: 0 };

    const saved = await world.put('/experts/me/hourly-offer', expert, body);

    expect(saved.status).toBe(200);
    const id = expert._id.toHexString();
    expect(await list(id)).toEqual([]);
    expect(await list(id, expert, true)).toMatchObject([{ isForSale: false, isActive: true }]);
  });
});

describe('the order of the cards', () => {
  it('is as the expert puts it, each offer once', async () => {
    const expert = await world.expert();
    const types = [await offer(world, expert), await offer(world, expert), await offer(world, expert)];
    const ids = types.map(({ id }) => id).toReversed();

    const answer = await world.put('/scheduling/session-types/order', expert, { ids });

    const placed: SessionType[] = answer.body.sessionTypes;
    expect(placed.toSorted((one, other) => one.position - other.position).map(({ id }) => id)).toEqual(ids);
    expect((await world.put('/scheduling/session-types/order', expert, { ids: ids.slice(1) })).status).toBe(400);
    const twice = [...ids.slice(1), ...ids.slice(2)];
    expect((await world.put('/scheduling/session-types/order', expert, { ids: twice })).status).toBe(400);
  });
});

describe('deleting a session type (F3)', () => {
  it('takes away one that nobody ever held', async () => {
    const expert = await world.expert();
    const type = await offer(world, expert);

    const answer = await world.delete(`/scheduling/session-types/${type.id}`, expert);

    expect(answer.body).toMatchObject({ deleted: true, sessionType: null });
    expect(await SessionTypeModel.countDocuments()).toBe(0);
  });

  it('switches off one that was held once', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const notes = { ...world.orderBody(expert).notes, duration: 45, sessionTypeId: type.id };
    expectStatus(await world.createOrder(asha, { amount: 1_200, currency: 'INR', notes }), 201);

    const answer = await world.delete(`/scheduling/session-types/${type.id}`, expert);

    expect(answer.body).toMatchObject({ deleted: false, sessionType: { isActive: false } });
    expect(await list(expert._id.toHexString())).toEqual([]);
  });
});

describe('who may do what with session types', () => {
  it('is their expert and admins; to others one that is off does not exist', async () => {
    const [asha, admin] = [await world.customer(), await world.admin()];
    const [sarah, other] = [await world.expert(), await world.expert()];
    const type = await offer(world, sarah);
    const off = await offer(world, sarah, { isActive: false });
    const at = `/scheduling/session-types/${type.id}`;

    for (const person of [asha, other]) {
      expect((await world.put(at, person, edited(type, { title: 'Mine' }))).status).toBe(403);
      expect((await world.delete(at, person)).status).toBe(403);
      expect((await world.get(`/scheduling/session-types/${off.id}`, person)).status).toBe(404);
    }
    expect((await world.put(at, admin, edited(type, { title: 'By an admin' }))).status).toBe(200);
    expect((await world.get(`/scheduling/session-types/${off.id}`, sarah)).status).toBe(200);
    const unknown = new Types.ObjectId().toHexString();
    expect((await world.get(`/scheduling/session-types/${unknown}`, sarah)).status).toBe(404);
  });

  it('lets nobody offer in another expert’s name, but an admin', async () => {
    const [asha, admin] = [await world.customer(), await world.admin()];
    const [sarah, other] = [await world.expert(), await world.expert()];
    const body = offerBody({ expertId: sarah._id.toHexString() });

    expect((await world.post('/scheduling/session-types', other, body)).status).toBe(403);
    expect((await world.post('/scheduling/session-types', asha, offerBody())).status).toBe(403);
    expect((await request(world.server).post('/api/v1/scheduling/session-types').send(body)).status).toBe(401);
    expect((await world.post('/scheduling/session-types', admin, body)).status).toBe(201);
  });
});

describe('an offer beside others who look and save', () => {
  const terms = { requiresApproval: true, bufferMinutes: 30 };

  it.each([
    ['list', ({ expertId }: SessionType) => `?expertId=${expertId}&includeInactive=true`],
    ['one', ({ id }: SessionType) => `/${id}`],
  ])('is never told as to a visitor where a token has run out: %s (F5)', async (_what, pathOf) => {
    const expert = await world.expert();
    const type = await offer(world, expert, { terms });
    const { token } = expert;
    world.clock.moveBy(16 * 60_000);
    const path = `/api/v1/scheduling/session-types${pathOf(type)}`;

    const stale = await request(world.server).get(path).set('Authorization', `Bearer ${token}`);
    const visitor = await request(world.server).get(path);

    expect(stale.status).toBe(401);
    expect([visitor.status, visitor.get('Vary')]).toEqual([200, 'Authorization']);
  });

  it('keeps the place that it was given while it was saved (F3)', async () => {
    for (let round = 0; round < 5; round += 1) {
      const expert = await world.expert();
      const [one, two] = [await offer(world, expert, { title: 'One' }), await offer(world, expert, { title: 'Two' })];

      const answers = await Promise.all([
        world.put('/scheduling/session-types/order', expert, { ids: [two.id, one.id] }),
        world.put(`/scheduling/session-types/${one.id}`, expert, { ...offerBody({ title: 'New' }), version: 0 }),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const rows = await SessionTypeModel.find({ expertId: one.expertId }).sort({ position: 1 }).lean();
      expect(rows.map(({ title, position }) => [title, position])).toEqual([
        ['Two', 0],
        ['New', 1],
      ]);
    }
  });

  it('that an admin changes for its expert leaves a row of who did it', async () => {
    const [expert, admin] = [await world.expert(), await world.admin()];
    const type = await offer(world, expert);
    await world.put(`/scheduling/session-types/${type.id}`, admin, { ...offerBody({ price: 900 }), version: 0 });
    await request(world.server)
      .delete(`/api/v1/scheduling/session-types/${type.id}`)
      .set('Authorization', `Bearer ${admin.token}`);

    const rows = await AuditModel.find({ actorId: admin.userId }).sort({ _id: 1 }).lean();

    expect(rows.map(({ action, target }) => [action, String(target)])).toEqual([
      ['offer.save', type.id],
      ['offer.delete', type.id],
    ]);
    expect(rows[0]).toMatchObject({ before: { priceMinor: 120_000 }, after: { priceMinor: 90_000 } });
  });

  it('is one of two hundred at most, those that are off included', async () => {
    const expert = await world.expert();
    const { id } = await offer(world, expert, { isActive: false });
    const { _id: _first, ...row } = await SessionTypeModel.findById(id).lean().orFail();
    await SessionTypeModel.insertMany(Array.from({ length: offerLimits.all - 1 }, () => row));

    const answer = await world.post('/scheduling/session-types', expert, offerBody({ isActive: false }));

    expect([answer.status, errorOf(answer).message]).toEqual([400, expect.stringContaining('200 offers')]);
  });
});
