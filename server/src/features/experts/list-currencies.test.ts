import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildExpert } from '../../../test/people.ts';
import { smallApp } from '../../../test/small-app.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import { createTokens, UserModel } from '../auth/index.ts';
import { ExpertModel, expertRoutes } from './index.ts';

const tokens = createTokens({ secret: 'a secret of thirty-two bytes or more', clock: createTestClock() });
const app = smallApp(expertRoutes({ endpoint: createEndpoint(tokens, null) }));

beforeAll(() => openTestDatabase('expert-currencies', [UserModel, ExpertModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await UserModel.deleteMany({});
  await ExpertModel.deleteMany({});
});

type Query = Record<string, string | number>;
const ask = (query: Query) => request(app).get('/api/v1/experts').query(query);
async function list(query: Query = {}) {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return endpoints['GET /experts'].responses[200].parse(response.body);
}
const namesOf = ({ experts }: { experts: { name: string }[] }) => experts.map(({ name }) => name);
const add = (name: string, currency: string, rateMinor: number, isActive = true) =>
  buildExpert({ name, currency, rateMinor, isActive, category: name.startsWith('Law') ? 'Law' : 'Coaching' });

/** ₹900, ₹2,000 and ₹3,000; $60 and $25; ¥9,000: by minor units alone the yen and the dollars would be cheapest. */
async function addSeveral() {
  await add('Rupees 900', 'INR', 90_000);
  await add('Rupees 2000', 'INR', 200_000);
  await add('Rupees 3000', 'INR', 300_000);
  await add('Dollars 60', 'USD', 6000);
  await add('Law dollars 25', 'USD', 2500);
  await add('Yen 9000', 'JPY', 9000);
  await add('Away', 'EUR', 10_000, false);
}

describe('prices in several currencies', () => {
  beforeEach(addSeveral);

  it.each<[Query, string[]]>([
    [{ sort: 'price' }, ['Rupees 900', 'Rupees 2000', 'Rupees 3000']],
    [{ sort: '-price' }, ['Rupees 3000', 'Rupees 2000', 'Rupees 900']],
    [{ maxPrice: 2000 }, ['Rupees 2000', 'Rupees 900']],
    [{ minPrice: 0 }, ['Rupees 2000', 'Rupees 3000', 'Rupees 900']],
  ])('are compared in the commonest by %j, which says how many are left out', async (query, names) => {
    const page = await list(query);

    expect(namesOf(page)).toEqual(names);
    expect(page).toMatchObject({ currency: 'INR', otherCurrencies: 3, total: names.length });
  });

  it.each<[Query, string[], number]>([
    [{ sort: 'price', currency: 'USD' }, ['Law dollars 25', 'Dollars 60'], 4],
    [{ maxPrice: 50, currency: 'USD' }, ['Law dollars 25'], 4],
    [{ minPrice: 9000, maxPrice: 9000, currency: 'JPY' }, ['Yen 9000'], 5],
    [{ currency: 'USD', category: 'Law' }, ['Law dollars 25'], 0],
  ])('are compared in the one that is chosen: %j', async (query, names, otherCurrencies) => {
    const page = await list(query);

    expect(namesOf(page)).toEqual(names);
    expect(page).toMatchObject({ currency: query['currency'], otherCurrencies });
  });

  it('go by the experts in question: where only others match, those are compared', async () => {
    const page = await list({ sort: 'price', category: 'Law' });

    expect(namesOf(page)).toEqual(['Law dollars 25']);
    expect(page).toMatchObject({ currency: 'USD', otherCurrencies: 0 });
  });

  it('are all listed where nothing compares them, with the currencies there are to choose', async () => {
    for (const sort of ['name', '-rating']) {
      const page = await list({ sort });

      expect(page).toMatchObject({ total: 6, currency: null, otherCurrencies: 0 });
      expect(page.currencies).toEqual(['INR', 'JPY', 'USD']);
    }
  });

  it('are none in a currency that nobody has, and the answer says who is left out', async () => {
    const page = await list({ currency: 'CHF' });

    expect(page).toMatchObject({ experts: [], total: 0, currency: 'CHF', otherCurrencies: 6 });
  });

  it.each(['usd', 'US', 'XYZ', 'dollars', '$', 'INR,USD'])('refuse the currency %s', async (currency) => {
    const response = await ask({ sort: 'price', currency });

    expect(response.status).toBe(400);
    expect(response.body.error.code).toBe('VALIDATION_FAILED');
    expect(response.body.error.details.issues[0]).toMatchObject({ in: 'query', path: 'currency' });
  });
});

describe('pages of prices in several currencies', () => {
  beforeEach(addSeveral);

  it.each(['price', '-price'])(
    'stay in the currency of the first by %s, also where another grows common',
    async (sort) => {
      const first = await list({ sort, limit: 2 });
      for (const name of ['A', 'B', 'C', 'D']) await add(name, 'USD', 200);

      const second = await list({ sort, limit: 2, cursor: first.nextCursor ?? '' });

      expect([...namesOf(first), ...namesOf(second)].toSorted()).toEqual(['Rupees 2000', 'Rupees 3000', 'Rupees 900']);
      expect(second).toMatchObject({ currency: 'INR', otherCurrencies: 7, nextCursor: null });
    },
  );

  it('do so by name as well, where a highest price is asked for', async () => {
    const first = await list({ maxPrice: 5000, limit: 2 });
    for (const name of ['Z1', 'Z2']) await add(name, 'USD', 200);

    const second = await list({ maxPrice: 5000, limit: 2, cursor: first.nextCursor ?? '' });

    expect([namesOf(first), namesOf(second)]).toEqual([['Rupees 2000', 'Rupees 3000'], ['Rupees 900']]);
  });

  it('belong to one currency: a cursor of another is refused', async () => {
    const { nextCursor } = await list({ sort: 'price', limit: 2 });

    const response = await ask({ sort: 'price', limit: 2, currency: 'USD', cursor: nextCursor ?? '' });

    expect(response.status).toBe(400);
    expect(response.body.error.details.issues).toEqual([expect.objectContaining({ in: 'query', path: 'cursor' })]);
  });
});
