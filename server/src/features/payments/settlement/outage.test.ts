import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../../tools/dev/database/index.ts';
import { BookingWorld, errorOf } from '../../../../test/booking-world.ts';
import { SessionModel } from '../../sessions/index.ts';
import { PaymentModel } from '../index.ts';

const cacheDir = fileURLToPath(new URL('../../../../../.cache', import.meta.url));

let dataDir: string;
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'serene-outage-'));
  database = await startDatabase({ cacheDir, dataDir });
  world = await BookingWorld.open('outage', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const isReady = async () => (await request(world.server).get('/readyz')).status === 200;

describe('a database that is gone for a while', () => {
  it('is told to the customer as BUSY, nothing acknowledged is lost, and settling goes on when it is back', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const report = await world.pay(order.orderId);
    await database.kill();

    const during = await world.verify(asha, report);

    expect(during.status).toBe(503);
    expect(errorOf(during).code).toBe('BUSY');
    expect(during.headers['retry-after']).toMatch(/^\d+$/);
    expect(await isReady()).toBe(false);

    database = await startDatabase({ cacheDir, dataDir });
    await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
    expect((await PaymentModel.findById(order.paymentId).lean().orFail()).status).toBe('created');
    expect((await world.verify(asha, report)).status).toBe(200);
    expect(await SessionModel.countDocuments()).toBe(1);
  }, 60_000);
});
