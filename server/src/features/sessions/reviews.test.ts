import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus } from '../../../test/booking-world.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('reviews');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const hours = ['2026-01-13T05:30:00.000Z', '2026-01-13T08:30:00.000Z', '2026-01-14T05:30:00.000Z'];

async function rated() {
  const expert = await world.expert();
  const customers = [await world.customer('Asha Nair'), await world.customer('Dr. Ravi Rao'), await world.customer()];
  const sessions = [];
  for (const [index, customer] of customers.entries()) sessions.push(await world.book(customer, expert, hours[index]));
  world.clock.moveTo('2026-01-14T08:00:00Z');
  const reviews = ['Listened well.', 'Asked the right questions.', undefined];
  for (const [index, session] of sessions.entries()) {
    await world.post(`/sessions/${session.id}/complete`, expert, {});
    const rating = { rating: 5 - index, ...(reviews[index] === undefined ? {} : { review: reviews[index] }) };
    const customer = customers[index];
    if (customer) expectStatus(await world.post(`/sessions/${session.id}/rating`, customer, rating), 200);
  }
  return expert;
}

async function list(slug: string, query: object = {}) {
  const response = await request(world.server).get(`/api/v1/experts/${slug}/reviews`).query(query);
  return endpoints['GET /experts/:id/reviews'].responses[200].parse(expectStatus(response, 200));
}

describe('the reviews of an expert', () => {
  it('are what customers wrote, latest session first, with first names only', async () => {
    const { slug } = await rated();

    const { reviews, nextCursor } = await list(slug);

    expect(reviews).toMatchObject([
      { rating: 4, review: 'Asked the right questions.', author: 'Ravi', startsAt: hours[1] },
      { rating: 5, review: 'Listened well.', author: 'Asha', startsAt: hours[0] },
    ]);
    expect(nextCursor).toBeNull();
    expect(JSON.stringify(reviews)).not.toMatch(/Nair|Rao|example\.com/);
  });

  it('come page by page', async () => {
    const { slug } = await rated();

    const first = await list(slug, { limit: 1 });
    const second = await list(slug, { limit: 1, cursor: first.nextCursor });

    expect([first, second].map(({ reviews }) => reviews[0]?.author)).toEqual(['Ravi', 'Asha']);
    expect(second.nextCursor).toBeNull();
  });

  it('do not exist for an expert who does not exist', async () => {
    expect((await request(world.server).get('/api/v1/experts/nobody/reviews')).status).toBe(404);
  });

  it('refuse a cursor that they did not give out', async () => {
    const { slug } = await rated();

    expect((await request(world.server).get(`/api/v1/experts/${slug}/reviews?cursor=abc`)).status).toBe(400);
  });
});
