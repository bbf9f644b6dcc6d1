import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undisputed } from '../../../test/delivery.ts';
import { bookingMailData, brand } from '../../../test/mail-data.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { refusal, startTestSmtp, type TestSmtp } from '../../../test/test-smtp.ts';
import type { MailOutcome, MailTransport } from '../../gateways/mail/port.ts';
import { createSmtpTransport } from '../../gateways/mail/smtp.ts';
import { inTransaction } from '../../infra/mongo.ts';
import {
  drainOutbox,
  enqueueMail,
  enqueueMails,
  OutboxModel,
  type MailKey,
  type DeliveryDependencies,
  type OutboxRecord,
} from './index.ts';
import { claimRow, completeRow, renewRow } from './repository.ts';
import { maxAttempts } from './retry-schedule.ts';

const clock = createTestClock();
const second = 1_000;
const hour = 3_600 * second;

let smtp: TestSmtp;
let transport: MailTransport;
/** What the server says to each recipient; null lets the mail in. */
let verdict: (address: string) => Error | null;

beforeAll(async () => {
  await openTestDatabase('outbox', [OutboxModel]);
  smtp = await startTestSmtp({ onRcptTo: ({ address }, _session, done) => done(verdict(address)) });
  transport = createSmtpTransport({ smtpUrl: smtp.url, from: 'noreply@example.com', replyTo: brand.supportEmail });
});
beforeEach(() => {
  verdict = () => null;
});
afterEach(async () => {
  smtp.received.length = 0;
  await OutboxModel.deleteMany({});
});
afterAll(async () => {
  transport.close();
  smtp.close();
  await closeTestDatabase();
});

const drain = (overrides: Partial<DeliveryDependencies> = {}) =>
  drainOutbox(undisputed({ transport, clock, ...overrides }));

/** Each about a booking of its own, which the number in its key names. */
const confirmation = (key: MailKey, to = 'asha@example.com') => {
  const data = bookingMailData({ sessionId: (key.split(':')[1] ?? '').padStart(24, '0') });
  return { key, to, template: 'booking-confirmation-user', data } as const;
};
const enqueue = (key: MailKey, to?: string) =>
  enqueueMail(confirmation(key, to), { now: clock.now(), transaction: null });
const enqueueReminder = (key: MailKey) =>
  enqueueMail({ ...confirmation(key), template: 'session-reminder' }, { now: clock.now(), transaction: null });

async function findRow(key: string): Promise<OutboxRecord> {
  const row = await OutboxModel.findById(key).lean();
  if (!row) throw new Error(`There is no row ${key}.`);
  return row;
}

/** A transport of which only the answers matter. */
const answering = (answer: () => MailOutcome): MailTransport => ({
  send: () => Promise.resolve(answer()),
  close: () => undefined,
});

describe('a mail that is owed', () => {
  it('exists once for its key, however often it is asked for; the first one stands (E1)', async () => {
    await enqueue('confirmed:1:customer');
    const again = Array.from({ length: 20 }, () => enqueue('confirmed:1:customer', 'other@example.com'));
    const fresh = Array.from({ length: 20 }, () => enqueue('confirmed:2:customer'));
    await Promise.all([...again, ...fresh]);

    expect(await OutboxModel.countDocuments()).toBe(2);
    expect((await findRow('confirmed:1:customer')).to).toBe('asha@example.com');
  });

  it('exists exactly if its fact does (E1)', async () => {
    const aborted = inTransaction(async (transaction) => {
      await enqueueMail(confirmation('confirmed:1:customer'), { now: clock.now(), transaction });
      throw new Error('the fact was not to be');
    });
    await expect(aborted).rejects.toThrow('the fact was not to be');
    await inTransaction((transaction) =>
      enqueueMail(confirmation('confirmed:2:customer'), { now: clock.now(), transaction }),
    );

    expect((await OutboxModel.find().lean()).map(({ _id }) => _id)).toEqual(['confirmed:2:customer']);
  });

  it('never aborts its fact by existing already (E1)', async () => {
    await enqueue('confirmed:1:customer');

    await inTransaction(async (transaction) => {
      await enqueueMail(confirmation('confirmed:1:customer'), { now: clock.now(), transaction });
      await enqueueMail(confirmation('confirmed:1:expert'), { now: clock.now(), transaction });
    });

    expect(await OutboxModel.countDocuments()).toBe(2);
  });

  it('makes a transaction try again that meets another one at it (T1)', async () => {
    const mails = [confirmation('confirmed:1:customer'), confirmation('confirmed:1:expert')];
    const facts = Array.from({ length: 8 }, () =>
      inTransaction((transaction) => enqueueMails(mails, { now: clock.now(), transaction })),
    );

    await expect(Promise.all(facts)).resolves.toHaveLength(8);
    expect(await OutboxModel.countDocuments()).toBe(2);
  });
});

describe('sending', () => {
  it('delivers what was enqueued and records it', async () => {
    await enqueue('confirmed:1:customer');

    expect(await drain()).toBe(1);
    expect(await drain()).toBe(0);

    const [mail] = await smtp.parsed();
    expect(mail?.subject).toBe('Your session with Dr. Meera Nair is confirmed! 🎉');
    const row = await findRow('confirmed:1:customer');
    expect(row).toMatchObject({ status: 'sent', attempts: 1, leaseToken: null, lastError: null, sentAt: clock.now() });
    expect(row.messageId).toBe(mail?.messageId);
    expect(row.messageId).toMatch(/^<[0-9a-f]{32}@serene\.example\.com>$/);
  });

  it('by three at once sends each mail once (E3)', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => `confirmed:${index}:customer` as const);
    await Promise.all(keys.map((key) => enqueue(key)));

    const handled = await Promise.all([drain(), drain(), drain()]);

    expect(handled.reduce((sum, count) => sum + count, 0)).toBe(30);
    const ids = (await smtp.parsed()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });

  it('by a process killed after the server’s yes is done again with the same Message-ID, once its lease is over (E3)', async () => {
    await enqueue('confirmed:1:customer');
    const claimed = await claimRow({ _id: 'confirmed:1:customer', leaseToken: 'killed' }, clock.now());
    const asLeft = { ...claimed };
    await OutboxModel.updateOne({ _id: 'confirmed:1:customer' }, { $set: { nextAttemptAt: clock.now() } });
    await drain();
    await OutboxModel.replaceOne({ _id: 'confirmed:1:customer' }, asLeft);

    expect(await drain()).toBe(0);
    clock.moveBy(30 * second);
    expect(await drain()).toBe(1);

    const ids = (await smtp.parsed()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(await findRow('confirmed:1:customer')).toMatchObject({ status: 'sent' });
  });

  it('keeps its row while it renews, and has no say once another took over (E3)', async () => {
    await enqueue('confirmed:1:customer');
    const held = { _id: 'confirmed:1:customer', leaseToken: 'slow' };
    const other = { ...held, leaseToken: 'quick' };
    await claimRow(held, clock.now());
    clock.moveBy(20 * second);
    await renewRow(held, clock.now());
    clock.moveBy(20 * second);
    expect(await claimRow(other, clock.now())).toBeNull();

    clock.moveBy(10 * second);
    expect(await claimRow(other, clock.now())).not.toBeNull();

    expect(await completeRow(held, { status: 'failed' })).toBe(false);
    expect(await findRow('confirmed:1:customer')).toMatchObject({ status: 'sending', leaseToken: 'quick' });
  });
});

describe('a mail that could not be sent', () => {
  it('goes out once the server is back, and waits meanwhile', async () => {
    verdict = () => refusal(451, 'Not now');
    await enqueue('confirmed:1:customer');

    expect(await drain()).toBe(1);
    expect(await drain()).toBe(0);
    const row = await findRow('confirmed:1:customer');
    expect(row).toMatchObject({ status: 'queued', attempts: 1, lastError: expect.stringContaining('Not now') });

    verdict = () => null;
    clock.moveTo(row.nextAttemptAt.toISOString());
    expect(await drain()).toBe(1);

    expect(smtp.received).toHaveLength(1);
    expect(await findRow('confirmed:1:customer')).toMatchObject({ status: 'sent', attempts: 2, lastError: null });
  });

  it('because its recipient is refused is given up, with the reason; the others go out', async () => {
    verdict = (address) => (address.startsWith('gone') ? refusal(550, 'No such user') : null);
    await enqueue('confirmed:1:customer', 'gone@example.com');
    await enqueue('confirmed:2:customer');

    await drain();
    clock.moveBy(48 * hour);
    expect(await drain()).toBe(0);

    const refused = await findRow('confirmed:1:customer');
    const lastError = expect.stringContaining('No such user');
    expect(refused).toMatchObject({ status: 'failed', failure: 'refused', attempts: 1, lastError });
    expect((await findRow('confirmed:2:customer')).status).toBe('sent');
  });

  it('is tried ever more rarely for nearly two days, then given up', async () => {
    await enqueue('confirmed:1:customer');
    const began = clock.now().getTime();
    const down = answering(() => ({ status: 'retry', reason: 'ECONNREFUSED' }));

    const delays: number[] = [];
    for (let row = await findRow('confirmed:1:customer'); row.status === 'queued';) {
      clock.moveTo(row.nextAttemptAt.toISOString());
      await drain({ transport: down });
      row = await findRow('confirmed:1:customer');
      delays.push(row.nextAttemptAt.getTime() - clock.now().getTime());
    }

    expect(await findRow('confirmed:1:customer')).toMatchObject({
      status: 'failed',
      failure: 'gave-up',
      attempts: maxAttempts,
    });
    const [first = 0, next = 0] = delays;
    expect(first).toBeGreaterThanOrEqual(24 * second);
    expect(first).toBeLessThanOrEqual(36 * second);
    expect(next).toBeGreaterThanOrEqual(48 * second);
    const hours = (clock.now().getTime() - began) / hour;
    expect(hours).toBeGreaterThan(34);
    expect(hours).toBeLessThan(54);
  });

  it('because it ends each process that tries is given up in the end', async () => {
    await enqueue('confirmed:1:customer');
    await OutboxModel.updateOne({ _id: 'confirmed:1:customer' }, { $set: { attempts: maxAttempts } });

    await drain();

    expect(smtp.received).toHaveLength(0);
    expect((await findRow('confirmed:1:customer')).status).toBe('failed');
  });

  it('because this version does not know its template, or its data, waits for one that does', async () => {
    await enqueue('confirmed:1:customer');
    await enqueue('confirmed:2:customer');
    await OutboxModel.updateOne({ _id: 'confirmed:1:customer' }, { $set: { template: 'of-tomorrow' } });
    await OutboxModel.updateOne({ _id: 'confirmed:2:customer' }, { $set: { data: { reference: 'SER' } } });

    expect(await drain()).toBe(2);

    expect(await findRow('confirmed:1:customer')).toMatchObject({ status: 'queued', lastError: expect.any(String) });
    expect(await findRow('confirmed:2:customer')).toMatchObject({ status: 'queued', lastError: expect.any(String) });
  });
});

describe('a reminder (E2)', () => {
  it('is skipped when the session is no longer as it was', async () => {
    await enqueueReminder('reminder-24h:1:0:customer');
    await enqueue('confirmed:1:customer');
    const asked: unknown[] = [];

    await drain({
      reasonToSkip: (mail) => {
        asked.push(mail);
        return Promise.resolve(mail.template === 'session-reminder' ? 'outdated' : null);
      },
    });

    expect(await findRow('reminder-24h:1:0:customer')).toMatchObject({
      status: 'skipped',
      skip: 'outdated',
      sentAt: null,
    });
    expect(await findRow('confirmed:1:customer')).toMatchObject({ status: 'sent' });
    const asWritten = { readerId: null, data: confirmation('confirmed:1:customer').data };
    expect(asked).toContainEqual({ key: 'reminder-24h:1:0:customer', template: 'session-reminder', ...asWritten });
  });

  it('is asked about before each attempt', async () => {
    await enqueueReminder('reminder-24h:1:0:customer');
    let due = true;
    const reasonToSkip = () => Promise.resolve(due ? null : ('outdated' as const));
    await drain({ reasonToSkip, transport: answering(() => ({ status: 'retry', reason: 'down' })) });

    due = false;
    clock.moveBy(60 * second);
    await drain({ reasonToSkip });

    expect(smtp.received).toHaveLength(0);
    expect((await findRow('reminder-24h:1:0:customer')).status).toBe('skipped');
  });

  it('that is skipped names its Message-ID where an attempt whose end nobody saw may have arrived (E3)', async () => {
    await enqueueReminder('reminder-24h:1:0:customer');
    await OutboxModel.updateOne(
      { _id: 'reminder-24h:1:0:customer' },
      { $set: { status: 'sending', attempts: 1, nextAttemptAt: clock.now() } },
    );

    await drain({ reasonToSkip: () => Promise.resolve('outdated') });

    expect(await findRow('reminder-24h:1:0:customer')).toMatchObject({
      status: 'skipped',
      messageId: expect.stringMatching(/^<.+@.+>$/),
    });
  });

  it('waits when it cannot be asked about', async () => {
    await enqueueReminder('reminder-24h:1:0:customer');

    await drain({ reasonToSkip: () => Promise.reject(new Error('the database is away')) });

    expect(await findRow('reminder-24h:1:0:customer')).toMatchObject({
      status: 'queued',
      lastError: 'the database is away',
    });
  });
});
