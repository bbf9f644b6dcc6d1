import { endpoints, isRead, limitOf, limits, type EndpointContract, type Limit } from '@serene/shared/contracts';
import { createServer, type Server } from 'node:http';
import request from 'supertest';
import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BookingWorld, errorOf } from '../../test/booking-world.ts';
import { routesOf } from '../../test/routes.ts';
import { buildSignIn } from '../../test/sign-ins.ts';
import { useUp } from '../../test/full-windows.ts';
import { createApp } from '../app.ts';
import { createTokens, TokenFamilyModel } from '../features/auth/index.ts';

let world: BookingWorld;
let limited: Server;
/** Somebody with every role, so that only a limit can refuse. */
let token: string;
let userId: Types.ObjectId;
beforeAll(async () => {
  world = await BookingWorld.open('endpoint-limits');
  const { clock, gateways, logger } = world;
  // Ahead of the database's own clock, which removes the windows that are over.
  clock.moveTo('2100-01-01T00:00:00Z');
  const config = { ...world.config, RATE_LIMITS: 'on' as const, TRUST_PROXY: 1 };
  limited = createServer(createApp({ clock, gateways, logger, config })).listen(0, '127.0.0.1');
  const tokens = createTokens({ secret: config.JWT_SECRET, clock });
  const expert = await world.expert();
  const expertId = expert._id;
  userId = expert.userId;
  token = tokens.signAccessToken({ userId, signInId: userId, expertId, roles: ['customer', 'expert', 'admin'] });
});
// Signing out is among what is called.
beforeEach(async () => {
  await TokenFamilyModel.deleteMany({});
  await buildSignIn(userId, world.clock.now());
});
afterAll(async () => {
  limited.close();
  await world.close();
});

const table: [key: string, contract: EndpointContract][] = Object.entries(endpoints);
const changing = table.filter(([key]) => !isRead(key));
/** Changing routes that speak no JSON of the contracts. Whoever adds one gives it a limit and names it here. */
const besideTheTable = [
  'POST /api/v1/payments/callback',
  // It leads back to a page of the app, and changes nothing.
  'POST /api/v1/payments/callback/cancelled',
  'POST /api/v1/unsubscribe/:token',
  // The gateway posts from few addresses; without its signature nothing is read or written.
  'POST /api/v1/payments/webhooks/razorpay',
];

let networks = 0;
/** A network that no other call comes from. */
function newNetwork(): string {
  networks += 1;
  return `198.18.0.${networks}`;
}

function call(key: string, network: string, as = token) {
  const [method, path = ''] = key.split(' ');
  const verb = z.enum(['post', 'put', 'patch', 'delete']).parse(method?.toLowerCase());
  const target = `/api/v1${path.replaceAll(/:\w+/g, '0'.repeat(24))}`;
  const agent = request(limited);
  return agent[verb](target).set({ Authorization: `Bearer ${as}`, 'X-Forwarded-For': network });
}

describe('the limits of the endpoint table', () => {
  it.each(table)('has one for %s', (key, contract) => {
    const limit: Limit = limits[limitOf(key, contract)];

    expect(limit.person ?? limit.network).toBeDefined();
  });

  it.each(changing)('answers 429 with Retry-After and the envelope: %s', async (key, contract) => {
    const network = newNetwork();
    await useUp(limitOf(key, contract), { network }, world.clock.now());

    const response = await call(key, network);

    expect(response.status).toBe(429);
    expect(errorOf(response).code).toBe('TOO_MANY_REQUESTS');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    // The limit alone was the reason: from another network the same call gets further.
    expect((await call(key, newNetwork())).status).not.toBe(429);
  });

  it('are those of routes that exist: each entry of the table is mounted', () => {
    const mounted = routesOf(world.app);

    expect(table.map(([key]) => key.replace(' ', ' /api/v1')).filter((route) => !mounted.includes(route))).toEqual([]);
  });

  it('cover every changing route of the application but those that are named here', () => {
    const mounted = routesOf(world.app).filter((route) => !isRead(route));

    expect(mounted.toSorted()).toEqual(
      [...changing.map(([key]) => key.replace(' ', ' /api/v1')), ...besideTheTable].toSorted(),
    );
  });

  it('counts signing out, which anybody may call, apart from what people change', async () => {
    const network = newNetwork();
    await useUp('sign-out', { network }, world.clock.now());

    expect((await call('POST /auth/logout', network)).status).toBe(429);
    expect((await call('PATCH /me', network)).status).not.toBe(429);
  });

  it('has a limit for those that mail programs post to', async () => {
    const network = newNetwork();
    await useUp('unsubscribe', { network }, world.clock.now());

    const response = await call('POST /unsubscribe/secret', network);

    expect(response.status).toBe(429);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a customer who moves a session again and again', () => {
  it('is told to wait after twenty moves in an hour, wherever they come from', async () => {
    const { token: asha } = await world.customer();
    const move = () =>
      call('POST /sessions/:id/reschedule', newNetwork(), asha).send({ startsAt: '2100-01-05T10:00:00Z' });
    for (let moves = 0; moves < limits.move.person.uses; moves += 1) expect((await move()).status).toBe(404);

    expect((await move()).status).toBe(429);
  });
});
