import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../test/booking-world.ts';
import { atDatabase, crashProcess } from '../../../test/crash.ts';
import { OutboxModel } from '../notifications/index.ts';
import { LinkModel, UserModel } from './index.ts';

const cacheDir = fileURLToPath(new URL('../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('auth-crash', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
});
beforeEach(() => world.reset());

describe('a process that is killed while somebody registers (E1)', () => {
  it.each([
    ['before the mail is owed', atDatabase('update', 'outbox'), 0],
    ['with all written but not committed', atDatabase('commitTransaction'), 0],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after'), 1],
  ])('%s leaves account, link and mail together or none of them', async (_when, killAt, count) => {
    const action = { do: 'register' as const, email: 'asha@example.com' };
    await crashProcess({ world, uri: database.uri, action, killAt });

    expect(await UserModel.countDocuments()).toBe(count);
    expect(await LinkModel.countDocuments()).toBe(count);
    expect(await OutboxModel.countDocuments({ template: 'verify-email' })).toBe(count);
  });
});
