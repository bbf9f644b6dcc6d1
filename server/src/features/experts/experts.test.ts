import { defaultSchedule, endpoints } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildExpert, buildUser } from '../../../test/people.ts';
import { smallApp } from '../../../test/small-app.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import { createTokens, findUserById, UserModel } from '../auth/index.ts';
import { createExpert, ExpertModel, expertRoutes, findExpertOfUser } from './index.ts';

const clock = createTestClock();
const tokens = createTokens({ secret: 'a secret of thirty-two bytes or more', clock });
const app = smallApp(expertRoutes({ endpoint: createEndpoint(tokens, null) }));

beforeAll(() => openTestDatabase('experts', [UserModel, ExpertModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await UserModel.deleteMany({});
  await ExpertModel.deleteMany({});
});

async function list(query: Record<string, string | number> = {}) {
  const response = await request(app).get('/api/v1/experts').query(query);
  expect(response.status).toBe(200);
  return endpoints['GET /experts'].responses[200].parse(response.body);
}
const namesOf = ({ experts }: { experts: { name: string }[] }) => experts.map(({ name }) => name);

/** Reads page after page of two; `between` runs after the first. */
async function readAll(query: Record<string, string>, between: () => Promise<void> = async () => {}) {
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list({ ...query, limit: 2, ...(cursor === '' ? {} : { cursor }) });
    if (cursor === '') await between();
    names.push(...namesOf(page));
    cursor = page.nextCursor;
  }
  return names;
}

describe('the list of experts', () => {
  it('shows active experts by name, the categories there are, and how many match', async () => {
    await buildExpert({ name: 'Zoya Iyer', category: 'Nutrition' });
    await buildExpert({ name: 'Anil Rao', category: 'Coaching' });
    await buildExpert({ name: 'Gone Away', category: 'Nowhere', isActive: false });

    const page = await list();

    expect(namesOf(page)).toEqual(['Anil Rao', 'Zoya Iyer']);
    expect(page).toMatchObject({ categories: ['Coaching', 'Nutrition'], total: 2, nextCursor: null });
  });

  it('is empty where there are no experts, whatever is asked', async () => {
    expect(await list({ minPrice: 1, search: 'anything' })).toMatchObject({ experts: [], total: 0, nextCursor: null });
  });

  it('shows rates in major units of their own currency', async () => {
    await buildExpert({ name: 'A', rateMinor: 150_050, currency: 'INR' });
    await buildExpert({ name: 'B', rateMinor: 9_000, currency: 'JPY' });

    const { experts } = await list();

    expect(experts.map(({ rate, rateMinor }) => [rate, rateMinor])).toEqual([
      [1500.5, 150_050],
      [9000, 9000],
    ]);
  });

  it.each([
    ['a part of the name', 'ara'],
    ['another case', 'SARA'],
    ['without the accents', 'zoe'],
    ['with accents of its own', 'Zöë'],
    ['words in any order', 'khan sara'],
    ['the category', 'psycho'],
    ['the headline', 'sleep'],
    ['a language', 'हिन्दी'],
  ])('finds by %s', async (_what, search) => {
    await buildExpert({
      name: 'Sara Zoë Khan',
      category: 'Psychology',
      headline: 'Better sleep',
      languages: ['English', 'हिन्दी'],
    });
    await buildExpert({ name: 'Somebody Else', category: 'Law' });

    expect(namesOf(await list({ search }))).toEqual(['Sara Zoë Khan']);
  });

  it.each(['.*', 'a|b', '(', '[a-', 'a{2', '\\', '^Sara', '$', 'Sara?'])(
    'takes the search %s literally',
    async (search) => {
      await buildExpert({ name: 'Sara Khan' });

      expect((await list({ search })).experts).toEqual([]);
    },
  );

  it('finds characters that mean something in a pattern', async () => {
    await buildExpert({ name: 'C++ & (more) [sic] a|b #1 x-y' });

    for (const search of ['c++', '(more)', '[sic]', 'a|b', '#1', 'x-y', '&']) {
      expect((await list({ search })).total, search).toBe(1);
    }
  });

  it('filters by category and by price, in major units', async () => {
    await buildExpert({ name: 'Dear', rateMinor: 150_000, category: 'Law' });
    await buildExpert({ name: 'Cheap', rateMinor: 50_000 });

    expect(namesOf(await list({ category: 'Law' }))).toEqual(['Dear']);
    expect(namesOf(await list({ minPrice: 1500, maxPrice: 1500 }))).toEqual(['Dear']);
    expect(namesOf(await list({ maxPrice: 1499 }))).toEqual(['Cheap']);
    expect(namesOf(await list({ minPrice: 1e30 }))).toEqual([]);
    expect((await list({ maxPrice: 1e30 })).total).toBe(2);
  });

  it('sorts by price and by rating, unrated last', async () => {
    await buildExpert({ name: 'Dear', rateMinor: 30_000 });
    await buildExpert({ name: 'Cheap', rateMinor: 10_000, ratingSum: 9, ratingCount: 2, ratingAverage: 4.5 });
    await buildExpert({ name: 'Middle', rateMinor: 20_000, ratingSum: 5, ratingCount: 1, ratingAverage: 5 });

    expect(namesOf(await list({ sort: 'price' }))).toEqual(['Cheap', 'Middle', 'Dear']);
    expect(namesOf(await list({ sort: '-price' }))).toEqual(['Dear', 'Middle', 'Cheap']);
    const rated = await list({ sort: '-rating' });
    expect(rated.experts.map(({ name, rating }) => [name, rating.average])).toEqual([
      ['Middle', 5],
      ['Cheap', 4.5],
      ['Dear', null],
    ]);
  });

  it.each([
    ['a price that is none', { minPrice: 'cheap' }],
    ['an unknown sort', { sort: 'luck' }],
    ['a page of 101', { limit: 101 }],
    ['a cursor of our imagination', { cursor: 'hello' }],
  ])('refuses %s', async (_what, query) => {
    const response = await request(app).get('/api/v1/experts').query(query);

    expect(response.status).toBe(400);
    expect(response.body.error.code).toBe('VALIDATION_FAILED');
  });
});

describe("the list's cursor", () => {
  it.each(['name', 'price', '-price', '-rating'])('pages through equal values of %s without loss', async (sort) => {
    for (const name of ['A', 'B', 'B', 'B', 'C', 'D', 'D']) await buildExpert({ name, rateMinor: 10_000 });

    const names = await readAll({ sort });

    expect(names.toSorted()).toEqual(['A', 'B', 'B', 'B', 'C', 'D', 'D']);
  });

  it('neither repeats nor hides a row when others come and go between two pages', async () => {
    for (const name of ['B', 'C', 'D', 'E', 'F']) await buildExpert({ name });

    const names = await readAll({ sort: 'name' }, async () => {
      await buildExpert({ name: 'A' });
      await ExpertModel.deleteOne({ name: 'B' });
    });

    expect(names).toEqual(['B', 'C', 'D', 'E', 'F']);
  });

  it('holds the longest name in any script', async () => {
    for (const last of ['क', 'ख', 'ग']) await buildExpert({ name: 'न'.repeat(99) + last });

    expect(await readAll({ sort: 'name' })).toHaveLength(3);
  });

  it.each([
    ['price', 'abc'],
    ['-price', '150000'],
    ['-rating', '5'],
    ['name', 5],
  ])('has a value that %s can be sorted by, so not %j', async (sort, value) => {
    const forged = JSON.stringify([sort, value, new Types.ObjectId().toHexString(), null]);
    const cursor = Buffer.from(forged).toString('base64url');

    const response = await request(app).get('/api/v1/experts').query({ sort, cursor });

    expect(response.status).toBe(400);
    expect(response.body.error.details.issues).toEqual([expect.objectContaining({ in: 'query', path: 'cursor' })]);
  });

  it('belongs to one sort', async () => {
    for (const name of ['A', 'B', 'C']) await buildExpert({ name });
    const { nextCursor } = await list({ limit: 2, sort: 'name' });

    const response = await request(app).get('/api/v1/experts').query({ sort: 'price', cursor: nextCursor });

    expect(response.status).toBe(400);
    expect(response.body.error.details.issues).toEqual([expect.objectContaining({ in: 'query', path: 'cursor' })]);
  });
});

describe('a profile', () => {
  const get = (idOrSlug: string) => request(app).get(`/api/v1/experts/${idOrSlug}`);

  it('is found by id and by slug', async () => {
    const expert = await buildExpert({ name: 'Dr. Sara Khan', about: 'About sleep.' });

    const byId = await get(expert._id.toHexString());
    const bySlug = await get('dr-sara-khan');

    expect(byId.status).toBe(200);
    expect(bySlug.body).toEqual(byId.body);
    const { expert: shown } = endpoints['GET /experts/:id'].responses[200].parse(byId.body);
    expect(shown).toMatchObject({
      slug: 'dr-sara-khan',
      rate: 1500,
      timezone: 'Asia/Kolkata',
      workingDays: [1, 2, 3, 4, 5],
      workingHours: defaultSchedule.workingHours,
      cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
    });
  });

  it('says nothing of the account, the days off or the search text', async () => {
    const timeOff = [{ startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-02-08T00:00:00Z' }];
    const expert = await buildExpert({ schedule: { timeOff } });

    const { body } = await get(expert._id.toHexString());

    for (const secret of ['userId', 'timeOff', 'dateOverrides', 'searchText', '_id', '2026-02-01']) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it.each(['nobody', new Types.ObjectId().toHexString(), 'Not%20a%20slug', 'a'.repeat(81), '%00'])(
    'is 404 for %s',
    async (idOrSlug) => {
      const response = await get(idOrSlug);

      expect(response.status).toBe(404);
      expect(response.body.error.code).toBe('NOT_FOUND');
    },
  );

  it('is 404 once it is switched off', async () => {
    const expert = await buildExpert({ isActive: false });

    expect((await get(expert._id.toHexString())).status).toBe(404);
    expect((await get(expert.slug)).status).toBe(404);
  });
});

describe('a new expert', () => {
  const anil = { name: 'Anil Rao', category: 'Law', rateMinor: 10_000, currency: 'INR' };

  it('gets the default hours, and their account the role', async () => {
    const user = await buildUser();

    const expert = await createExpert({ clock }, { ...anil, userId: user._id });

    expect(expert.schedule).toEqual(defaultSchedule);
    expect(await findExpertOfUser(user._id)).toMatchObject({ _id: expert._id, scheduleVersion: 0 });
    expect((await findUserById(user._id))?.roles).toEqual(['customer', 'expert']);
  });

  it('gets an address of their own, also when 10 of one name come at once', async () => {
    const users = await Promise.all(Array.from({ length: 10 }, () => buildUser()));

    const experts = await Promise.all(users.map(({ _id }) => createExpert({ clock }, { ...anil, userId: _id })));

    const expected = Array.from({ length: 10 }, (_, index) => (index === 0 ? 'anil-rao' : `anil-rao-${index + 1}`));
    expect(experts.map(({ slug }) => slug).toSorted()).toEqual(expected.toSorted());
  });

  it('has one profile', async () => {
    const { _id: userId } = await buildUser();
    await createExpert({ clock }, { ...anil, userId });

    await expect(createExpert({ clock }, { ...anil, userId })).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await ExpertModel.countDocuments()).toBe(1);
  });
});
