import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../test/booking-world.ts';
import { atDatabase, atNth, crashProcess } from '../../../test/crash.ts';
import type { CrashPlan } from '../../../test/crash-process.ts';
import { drainReminders, offsets } from '../../../test/drain-reminders.ts';
import { startTestSmtp, type TestSmtp } from '../../../test/test-smtp.ts';
import { createSmtpTransport } from '../../gateways/mail/smtp.ts';
import { OutboxModel } from '../notifications/index.ts';
import { remind } from './index.ts';

type KillAt = CrashPlan['killAt'];

const cacheDir = fileURLToPath(new URL('../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
let smtp: TestSmtp;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('reminder-crash', database.uri);
  smtp = await startTestSmtp();
});
afterAll(async () => {
  smtp.close();
  await world.close();
  await database.stop();
});
beforeEach(async () => {
  await world.reset();
  smtp.received.length = 0;
});

const offsetNames = offsets.map(({ name }) => name);
const scan = () => remind({ clock: world.clock, logger: world.logger, offsets });

/** What the next process does once the leases of the dead have ended. */
async function drain(): Promise<void> {
  const addresses = { from: 'noreply@example.com', replyTo: world.supportEmail };
  const transport = createSmtpTransport({ smtpUrl: smtp.url, ...addresses });
  world.clock.moveBy(30_000);
  await drainReminders(world, transport);
  transport.close();
}

/** Two customers who are to be reminded of tomorrow, now; all other mails are out. */
async function dueTomorrow(): Promise<void> {
  await scan();
  const expert = await world.expert();
  await world.book(await world.customer(), expert);
  await world.book(await world.customer('Ravi Rao'), expert, '2026-01-15T09:30:00.000Z');
  await OutboxModel.deleteMany({});
  world.clock.moveTo('2026-01-14T09:30:00Z');
}

describe('a process that is killed while it writes reminders (E1, E2)', () => {
  it.each<[string, KillAt]>([
    ['before it looks how far it came', atDatabase('find', 'remindermarks')],
    ['before it looks for sessions', atDatabase('find', 'sessions')],
    ['before it looks what is written', atDatabase('find', 'outbox')],
    ['before the first', atDatabase('update', 'outbox')],
    ['after the first', atDatabase('update', 'outbox', 'after')],
    ['before the second', atNth(2, 'update', 'outbox')],
    ['before it notes how far it came', atDatabase('update', 'remindermarks')],
    ['between the marks of two offsets', atDatabase('update', 'remindermarks', 'after')],
  ])('%s loses none and doubles none', async (_when, killAt) => {
    await dueTomorrow();

    await crashProcess({ world, uri: database.uri, action: { do: 'remind', offsets: offsetNames }, killAt });
    await scan();
    await drain();

    const arrived = smtp.received.flatMap(({ recipients }) => recipients).map((address) => address.split('.')[0]);
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived)).toEqual(new Set(['asha', 'ravi']));
  });
});

describe('a process that is killed while it sends (E3)', () => {
  it.each<[string, KillAt, copies: number]>([
    ['before it looks for mails', atDatabase('find', 'outbox'), 1],
    ['before it takes one', atDatabase('update', 'outbox'), 1],
    ['when it has taken one', atDatabase('update', 'outbox', 'after'), 1],
    ['before it asks whether it is still due', atDatabase('find', 'sessions'), 1],
    ['before it hands it over', { step: 'mail', when: 'before' }, 1],
    ['after the server took it and before that is written down', { step: 'mail', when: 'after' }, 2],
  ])('%s loses none, and a copy has the same Message-ID', async (_when, killAt, copies) => {
    await dueTomorrow();
    await OutboxModel.deleteMany({});
    await scan();
    await OutboxModel.deleteOne({ to: { $regex: '^ravi' } });

    const frontendUrl = world.config.FRONTEND_URL;
    const action = { do: 'drain-outbox', smtpUrl: smtp.url, frontendUrl, offsets: offsetNames } as const;
    await crashProcess({ world, uri: database.uri, action, killAt });
    await drain();

    const mails = await smtp.parsed();
    expect(mails).toHaveLength(copies);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await OutboxModel.find().lean()).toMatchObject([{ status: 'sent', messageId: mails[0]?.messageId }]);
  });
});
