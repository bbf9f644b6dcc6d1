import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undisputed } from '../../../test/delivery.ts';
import { bookingMailData, brand } from '../../../test/mail-data.ts';
import { createTestClock } from '../../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { refusal, startTestSmtp } from '../../../test/test-smtp.ts';
import { createSmtpTransport } from '../../gateways/mail/smtp.ts';
import { drainOutbox, enqueueMail, OutboxModel, type MailKey, type OutboxRecord } from './index.ts';
import { removeOldMails } from './remove-old-mails.ts';

const clock = createTestClock();
const minute = 60_000;

beforeAll(() => openTestDatabase('outage', [OutboxModel]));
afterAll(closeTestDatabase);

const stateOf = (status: OutboxRecord['status']) => OutboxModel.countDocuments({ status });

/** Lets time pass; the job runs whenever something is due. */
async function pass(minutes: number, drain: () => Promise<unknown>): Promise<void> {
  const end = clock.now().getTime() + minutes * minute;
  for (;;) {
    await drain();
    const [next] = await OutboxModel.find({ status: 'queued' }).sort({ nextAttemptAt: 1 }).limit(1).lean();
    if (!next || next.nextAttemptAt.getTime() > end) break;
    clock.moveTo(next.nextAttemptAt.toISOString());
  }
  clock.moveTo(new Date(end).toISOString());
}

describe('a mail server that is down for an hour, then slow, then refuses one recipient (E3)', () => {
  it('ends with every mail delivered once, or given up with its reason', { timeout: 90_000 }, async () => {
    let state: 'down' | 'slow' | 'well' = 'down';
    const smtp = await startTestSmtp({
      onConnect: (_session, done) => done(state === 'down' ? refusal(421, 'Closed') : null),
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? refusal(550, 'No such user') : null),
      // Slower than the patience of the client: it hangs up before the answer to the recipient's data.
      onMailFrom: (_address, _session, done) => void (state === 'slow' ? setTimeout(done, 400) : done()),
    });
    const addresses = { smtpUrl: smtp.url, from: 'noreply@example.com', replyTo: brand.supportEmail };
    const patient = createSmtpTransport(addresses);
    const impatient = createSmtpTransport({ ...addresses, patience: { connection: 200, reply: 200, mail: 300 } });
    // Only the slow server is to be given up: a busy machine must not look like one.
    const drain = () => drainOutbox(undisputed({ transport: state === 'slow' ? impatient : patient, clock }));
    const recipients = ['asha', 'ravi', 'gone', 'meera'].map((name) => `${name}@example.com`);
    for (const [index, to] of recipients.entries()) {
      const mail = { key: `confirmed:${index}:customer`, template: 'booking-confirmation-user' } as const;
      const data = bookingMailData({ sessionId: `${index}`.padStart(24, '0') });
      await enqueueMail({ ...mail, to, data }, { now: clock.now(), transaction: null });
    }

    await pass(60, drain);
    expect(await stateOf('queued')).toBe(4);
    const [waiting] = await OutboxModel.find().lean();
    // Exponential: an hour took few tries.
    expect(waiting?.attempts).toBeGreaterThanOrEqual(5);
    expect(waiting?.attempts).toBeLessThanOrEqual(9);

    state = 'slow';
    await pass(60, drain);
    expect(await stateOf('queued')).toBe(4);

    state = 'well';
    await pass(180, drain);

    const rows = await OutboxModel.find().sort({ _id: 1 }).lean();
    expect(rows.map(({ status, failure }) => [status, failure])).toEqual([
      ['sent', null],
      ['sent', null],
      ['failed', 'refused'],
      ['sent', null],
    ]);
    expect(rows[2]?.lastError).toContain('No such user');
    const arrived = smtp.received.flatMap((mail) => mail.recipients);
    expect(arrived).toHaveLength(3);
    expect(new Set(arrived)).toEqual(new Set(['asha@example.com', 'ravi@example.com', 'meera@example.com']));
    patient.close();
    impatient.close();
    smtp.close();
  });
});

describe('old mails', () => {
  it('go ninety days after they ended, those that wait stay', async () => {
    await OutboxModel.deleteMany({});
    const template = 'booking-confirmation-user' as const;
    const enqueue = (key: MailKey) =>
      enqueueMail(
        { key, to: 'asha@example.com', template, data: bookingMailData() },
        { now: clock.now(), transaction: null },
      );
    for (const key of ['sent', 'skipped', 'failed', 'queued', 'sending']) {
      await enqueue(`${key}:1:customer`);
      await OutboxModel.updateOne({ _id: `${key}:1:customer` }, { $set: { status: key } });
    }
    clock.moveBy(90 * 24 * 60 * minute);
    await enqueue('young:1:customer');
    await OutboxModel.updateOne({ _id: 'young:1:customer' }, { $set: { status: 'sent' } });
    expect(await removeOldMails({ clock })).toBe(0);

    clock.moveBy(1);

    expect(await removeOldMails({ clock })).toBe(3);
    expect((await OutboxModel.find().sort({ _id: 1 }).lean()).map(({ status }) => status)).toEqual([
      'queued',
      'sending',
      'sent',
    ]);
  });
});
