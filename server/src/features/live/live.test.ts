import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { BookingWorld, thursdayAt2 } from '../../../test/booking-world.ts';
import { openStream, type OpenStream } from '../../../test/event-stream.ts';
import { createApp } from '../../app.ts';
import { ensureIndexes } from '../../infra/mongo.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel } from '../experts/index.ts';
import { sweepHolds } from '../payments/index.ts';
import { mostStreams } from './admission.ts';

let world: BookingWorld;
let stopping: AbortController;
/** Another process of the API, as far as live updates go: a bus of its own on the same database. */
let other: Server;
let open: OpenStream[];
let expert: Awaited<ReturnType<BookingWorld['expert']>>;

beforeAll(async () => {
  world = await BookingWorld.open('live');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  open = [];
  expert = await world.expert();
  stopping = new AbortController();
  const { clock, gateways, logger } = world;
  const config = { ...world.config, RATE_LIMITS: 'on' as const };
  other = createServer(createApp({ clock, gateways, logger, config, stopping: stopping.signal })).listen(
    0,
    '127.0.0.1',
  );
  await once(other, 'listening');
});
afterEach(async () => {
  for (const stream of open) stream.close();
  await new Promise((resolve) => other.close(resolve));
});

const urlOf = (server: Server, id: string) => {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${port}/api/v1/experts/${id}/availability/stream`;
};

async function watch(id = expert._id.toHexString(), server = world.server): Promise<OpenStream> {
  const stream = await openStream(urlOf(server, id));
  open.push(stream);
  return stream;
}

describe('the stream of an expert’s free times', () => {
  it('begins with a reset, so that a page asks for what it shows (V2)', async () => {
    const { response, heard, events } = await watch();

    await heard('reset');

    expect(events).toEqual(['reset']);
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  });

  it('tells of a time that is taken, also through another process, and only those who look at that expert', async () => {
    const [here, there] = [await watch(), await watch(expert.slug, other)];
    const elsewhere = await watch((await world.expert()).slug);
    await Promise.all([here, there, elsewhere].map(({ heard }) => heard('reset')));

    await world.hold(await world.customer(), expert, thursdayAt2);

    await Promise.all([here.heard('changed'), there.heard('changed')]);
    expect(elsewhere.events).toEqual(['reset']);
  });

  it('tells of a time that is free again, though a deleted row has no name (V1)', async () => {
    const elsewhere = await watch((await world.expert()).slug);
    await world.hold(await world.customer(), expert, thursdayAt2);
    const stream = await watch();
    await Promise.all([elsewhere.heard('reset'), stream.heard('reset')]);
    world.clock.moveBy(10 * 60_000);

    await sweepHolds(world);

    await stream.heard('changed');
    expect(elsewhere.events).toEqual(['reset']);
  });

  it('tells of hours that the expert changed', async () => {
    const stream = await watch();
    await stream.heard('reset');

    expect((await world.put('/experts/availability', expert, { minimumNoticeMinutes: 240 })).status).toBe(200);

    await stream.heard('changed');
  });

  it('makes few events of many changes (V3)', async () => {
    const stream = await watch();
    await stream.heard('reset');

    await ClaimModel.updateMany({}, { $set: { seats: 1 } });
    const update = { $set: { ratingCount: 11 } };
    for (let change = 0; change < 30; change += 1) await ExpertModel.updateOne({ _id: expert._id }, update);
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { ratingCount: 12 } });

    await stream.heard('changed');
    expect(stream.events.length).toBeLessThan(10);
  });

  it('says reset when the database’s own stream was lost', async () => {
    const stream = await watch();
    await stream.heard('reset');

    await ExpertModel.collection.drop();

    await stream.heard('reset', 2);
    await ensureIndexes([ExpertModel]);
  });

  it('ends when the process is about to end', async () => {
    const stream = await watch(expert.slug, other);
    await stream.heard('reset');

    stopping.abort();

    await stream.ended;
  });

  it('does not exist for an expert who does not exist', async () => {
    const response = await fetch(urlOf(world.server, 'nobody'));

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is refused to an address that has too many open, until one is closed', async () => {
    const url = urlOf(other, expert.slug);
    const first = await watch(expert.slug, other);
    for (let count = 1; count < mostStreams.perAddress; count += 1) await watch(expert.slug, other);

    const refused = await fetch(url);

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    await refused.body?.cancel();
    first.close();
    await vi.waitUntil(async () => {
      const stream = await openStream(url);
      open.push(stream);
      return stream.response.status === 200;
    });
  });
});
