import mongoose from 'mongoose';
import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../test/booking-world.ts';
import { releaseLocks } from '../../../tools/dev/database/index.ts';
import { openDatabaseLine, type DatabaseLine } from '../../test/database-line.ts';
import { testUri } from '../../test/test-uri.ts';

let line: DatabaseLine;
let world: BookingWorld;
beforeAll(async () => {
  line = await openDatabaseLine();
  world = await BookingWorld.open('broken-connection', line.uri);
});
beforeEach(() => world.reset());
afterAll(async () => {
  await world.close();
  await line.close();
});

const tuesday = '2026-01-13T08:30:00.000Z';

/** What people do, each after all that comes before it. */
const doors: Record<string, () => Promise<() => Promise<Response>>> = {
  'holding a time': async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    return () => world.createOrder(asha, world.orderBody(expert));
  },
  'reporting a payment': async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const report = await world.pay((await world.hold(asha, expert)).orderId);
    return () => world.verify(asha, report);
  },
  'accepting a request': async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ requiresApproval: true })];
    const { id } = await world.book(asha, expert, tuesday);
    return () => world.post(`/sessions/${id}/accept`, expert, {});
  },
  'cancelling a session': async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const { id } = await world.book(asha, expert);
    return () => world.post(`/sessions/${id}/cancel`, asha, {});
  },
};

describe('connections to the database that break', () => {
  it.each(Object.keys(doors))(
    '%s is done all the same, or is told to be tried again: at whichever command',
    async (door) => {
      const outcomes = new Set<string>();
      for (let command = 1; ; command += 1) {
        await world.reset();
        const ask = await doors[door]?.();
        const cut = cutAt(command);
        const response = await ask?.();
        await cut.stop();
        if (!cut.happened()) break;
        const code = response?.ok === true ? 'done' : `${response?.status} ${response?.body.error?.code} at ${command}`;
        outcomes.add(code.replace(/^503 BUSY at \d+$/, 'try again'));
      }

      expect(outcomes).toContain('done');
      expect([...outcomes].filter((outcome) => outcome !== 'done' && outcome !== 'try again')).toEqual([]);
    },
  );
});

/** Breaks every connection as the so many-th command of now on is sent. */
function cutAt(command: number): { happened: () => boolean; stop: () => Promise<void> } {
  let left = command;
  let released = Promise.resolve();
  const client = mongoose.connection.getClient();
  const count = () => {
    left -= 1;
    if (left > 0) return;
    client.off('commandStarted', count);
    line.cut();
    // A mongod ends the transactions of a connection that broke; the embedded database has to be told.
    released = releaseLocks(testUri());
  };
  client.on('commandStarted', count);
  const stop = () => {
    client.off('commandStarted', count);
    return released;
  };
  return { happened: () => left <= 0, stop };
}
