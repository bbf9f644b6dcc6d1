import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../test/booking-world.ts';
import { atDatabase, crashProcess } from '../../../test/crash.ts';
import { seller } from '../../../test/seller.ts';
import { buildSettledPayment } from '../../../test/settled-payments.ts';
import { OutboxModel } from '../notifications/index.ts';
import { DocumentModel, issueDueDocuments } from './index.ts';

const cacheDir = fileURLToPath(new URL('../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('documents-crash', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
});
beforeEach(() => world.reset());

describe('a process that is killed while it gives a number (C2)', () => {
  it.each([
    ['before it takes the number', atDatabase('update', 'invoicecounters')],
    ['between number and document', atDatabase('insert', 'invoices')],
    ['with both written but not committed', atDatabase('commitTransaction')],
    ['between document and mail', atDatabase('update', 'outbox')],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after')],
    ['before it notes how far it came', atDatabase('update', 'invoicebookmarks')],
  ])('%s leaves no gap, numbers nothing twice and owes each mail (C2, E1)', async (_when, killAt) => {
    for (const minute of [1, 2, 3]) {
      await buildSettledPayment({ settledAt: new Date(Date.UTC(2026, 0, 12, 5, minute)) });
    }

    await crashProcess({ world, uri: database.uri, action: { do: 'number-documents' }, killAt });
    await issueDueDocuments({ clock: world.clock, seller, logger: world.logger });

    const numbers = (await DocumentModel.find().sort({ number: 1 }).lean()).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3]);
    const keys = (await DocumentModel.find().lean()).map(({ _id }) => `receipt:${_id.toHexString()}:customer`);
    expect((await OutboxModel.distinct('_id')).toSorted()).toEqual(keys.toSorted());
  });
});
