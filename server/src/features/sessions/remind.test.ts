import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { drainReminders, offsets } from '../../../test/drain-reminders.ts';
import type { MailTransport, OutgoingMail } from '../../gateways/mail/port.ts';
import { UserModel } from '../auth/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { layReminderMarks, readOffsets, remind, ReminderMarkModel, SessionModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('remind');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  logged.length = 0;
  // The job has been running: its marks lie where a scan a moment ago has left them.
  await scan();
});

const logged: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
const scan = () => remind({ clock: world.clock, logger, offsets });
const reminders = () =>
  OutboxModel.find({ _id: { $regex: '^reminder-' } })
    .sort({ _id: 1 })
    .lean();

async function bookedSession(startsAt = thursdayAt2) {
  const [asha, expert] = [await world.customer(), await world.expert({ schedule: { minimumNoticeMinutes: 0 } })];
  const order = await world.hold(asha, expert, startsAt);
  await world.verify(asha, await world.pay(order.orderId));
  return SessionModel.findOne({ paymentId: order.paymentId }).lean().orFail();
}

/** Everything that would have left the house. */
async function sendDue(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const transport: MailTransport = {
    send: async (mail) => {
      sent.push(mail);
      return { status: 'sent' };
    },
    close: () => undefined,
  };
  await drainReminders(world, transport);
  return sent.filter((mail) => mail.subject.startsWith('Reminder'));
}

describe('the reminder 24 hours before (E1, E2)', () => {
  it('is written when it is due, and not a second earlier', async () => {
    await bookedSession();

    world.clock.moveTo('2026-01-14T08:29:59Z');
    await scan();
    expect(await reminders()).toEqual([]);

    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();
    expect(await reminders()).toHaveLength(1);
  });

  it('is written once, however often and by however many the scan is run', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-14T12:00:00Z');

    await Promise.all(Array.from({ length: 8 }, scan));
    await scan();

    expect(await reminders()).toHaveLength(1);
    expect(await sendDue()).toMatchObject([{ subject: 'Reminder: Your session with Dr. Sarah Khan is tomorrow' }]);
    expect(await sendDue()).toEqual([]);
  });

  it('is no work any more once it is written', async () => {
    const session = await bookedSession();
    world.clock.moveTo('2026-01-14T12:00:00Z');
    await scan();
    await UserModel.deleteOne({ _id: session.userId });

    await scan();

    expect(logged).toEqual([]);
    expect(await reminders()).toHaveLength(1);
  });

  it('is written also when the one before it cannot be, and the log says which that is', async () => {
    const broken = await bookedSession();
    const later = await bookedSession('2026-01-15T09:30:00.000Z');
    await UserModel.deleteOne({ _id: broken.userId });
    world.clock.moveTo('2026-01-14T12:00:00Z');

    await scan();

    expect(await reminders()).toMatchObject([{ _id: `reminder-24h:${later._id.toHexString()}:0:customer` }]);
    expect(logged).toEqual([expect.stringContaining(broken._id.toHexString())]);
  });

  it('is sent late after a downtime, and then does not say tomorrow', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-15T06:00:00Z');

    await scan();

    expect(await sendDue()).toMatchObject([
      { subject: 'Reminder: Your session with Dr. Sarah Khan is today at 14:00' },
    ]);
  });

  it('is not due for a session that was booked after its moment', async () => {
    world.clock.moveTo('2026-01-14T10:00:00Z');
    await bookedSession();

    await scan();

    expect(await reminders()).toEqual([]);
  });

  it('is not due for a request that was accepted after its moment, also when nobody has scanned since', async () => {
    const asha = await world.customer();
    const expert = await world.expert({ requiresApproval: true, schedule: { minimumNoticeMinutes: 0 } });
    world.clock.moveTo('2026-01-14T07:00:00Z');
    const { id } = await world.book(asha, expert);
    world.clock.moveTo('2026-01-14T10:00:00Z');
    expectStatus(await world.post(`/sessions/${id}/accept`, expert, {}), 200);

    await scan();

    expect(await reminders()).toEqual([]);
  });

  it.each([
    ['cancelled', { status: 'cancelled' }],
    ['moved', { revision: 1 }],
  ])('is dropped before sending when the session was %s meanwhile', async (_what, change) => {
    const session = await bookedSession();
    world.clock.moveTo('2026-01-14T12:00:00Z');
    await scan();
    await SessionModel.updateOne({ _id: session._id }, { $set: change });

    expect(await sendDue()).toEqual([]);

    expect(await reminders()).toMatchObject([{ status: 'skipped' }]);
  });

  it('is dropped when it could only be sent after the start', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-14T12:00:00Z');
    await scan();
    world.clock.moveTo(thursdayAt2);

    expect(await sendDue()).toEqual([]);
  });
});

describe('the last reminder (E1)', () => {
  it('goes to the expert, too, an hour ahead', async () => {
    const session = await bookedSession();
    world.clock.moveTo('2026-01-15T07:30:00Z');

    await scan();

    const id = session._id.toHexString();
    expect(await reminders()).toMatchObject([
      { _id: `reminder-1h:${id}:0:customer`, template: 'session-reminder' },
      { _id: `reminder-1h:${id}:0:expert`, template: 'session-reminder-expert' },
    ]);
  });

  it('makes the one before it useless: after a long downtime one comes, not two at once', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-15T07:45:00Z');

    await scan();

    expect((await reminders()).map(({ _id }) => _id.split(':')[0])).toEqual(['reminder-1h', 'reminder-1h']);
  });

  it('is sent instead of one that could not be sent until then', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();
    world.clock.moveTo('2026-01-15T07:30:00Z');
    await scan();

    expect((await sendDue()).map(({ subject }) => subject).toSorted()).toEqual([
      'Reminder: Your session with Asha Nair is today at 14:00',
      'Reminder: Your session with Dr. Sarah Khan is today at 14:00',
    ]);
    expect(await OutboxModel.countDocuments({ status: 'skipped' })).toBe(1);
  });
});

describe('somebody who does not want to be reminded', () => {
  it('is not', async () => {
    const session = await bookedSession();
    await UserModel.updateOne({ _id: session.userId }, { $set: { remindersOff: true } });
    world.clock.moveTo('2026-01-15T07:30:00Z');

    await scan();

    expect(await reminders()).toMatchObject([{ template: 'session-reminder-expert' }]);
  });

  it('is not, also when they switched it off after the reminder was written', async () => {
    const session = await bookedSession();
    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();
    await UserModel.updateOne({ _id: session.userId }, { $set: { remindersOff: true } });

    expect(await sendDue()).toEqual([]);
    expect(await reminders()).toMatchObject([{ status: 'skipped' }]);
  });

  it('is told how in each reminder, and in the header that mail programs know', async () => {
    const session = await bookedSession();
    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();

    const [mail] = await sendDue();

    const link = `https://serene.example.com/unsubscribe/${session.userId.toHexString()}`;
    expect(mail?.unsubscribeUrl).toBe(link);
    expect(mail?.html).toContain(link);
    expect(mail?.text).toContain(link);
  });
});

describe('the mark of an offset', () => {
  it('lets a scan look only at starts that have come near since', async () => {
    await bookedSession();
    world.clock.moveTo('2026-01-14T08:30:00Z');
    expect(await scan()).toBe(1);
    world.clock.moveTo('2026-01-14T08:33:00Z');
    await scan();

    world.clock.moveTo('2026-01-14T12:30:00Z');

    expect(await scan()).toBe(0);
  });

  it('is laid an hour back for an offset that is new: nobody else who is booked already is reminded at once', async () => {
    await bookedSession('2026-01-14T08:30:00.000Z');
    await bookedSession('2026-01-14T10:30:00.000Z');
    world.clock.moveTo('2026-01-12T11:00:00Z');

    await remind({ clock: world.clock, logger, offsets: [...readOffsets(['48h']), ...offsets] });

    expect((await reminders()).map(({ data }) => data)).toMatchObject([
      { startsAt: new Date('2026-01-14T10:30:00.000Z') },
    ]);
  });

  it('is laid when a process starts: a first scan days later reminds of what was booked since, late', async () => {
    await ReminderMarkModel.deleteMany({});
    await layReminderMarks({ clock: world.clock, offsets });
    await bookedSession();
    await bookedSession('2026-01-14T10:30:00.000Z');
    world.clock.moveTo('2026-01-14T09:40:00Z');

    await scan();

    // The one of Wednesday was due on Tuesday, and its last one is due now; the one of Thursday is an hour late.
    expect((await reminders()).map(({ _id }) => _id.split(':')[0])).toEqual([
      'reminder-1h',
      'reminder-1h',
      'reminder-24h',
    ]);
  });

  it('is laid once: a process that starts later does not push it on', async () => {
    await ReminderMarkModel.deleteMany({});
    await layReminderMarks({ clock: world.clock, offsets });
    const laid = await ReminderMarkModel.find().sort({ _id: 1 }).lean();
    world.clock.moveBy(48 * 3_600_000);

    await Promise.all([1, 2, 3].map(() => layReminderMarks({ clock: world.clock, offsets })));

    expect(await ReminderMarkModel.find().sort({ _id: 1 }).lean()).toEqual(laid);
  });

  it('does not stay ahead when a clock that was ahead is put right', async () => {
    await bookedSession();
    world.clock.moveTo('2026-02-14T08:30:00Z');
    await scan();
    await OutboxModel.deleteMany({});
    world.clock.moveTo('2026-01-13T08:30:00Z');
    await scan();

    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();

    expect(await reminders()).toHaveLength(1);
  });

  it('waits at a session whose reminder could not be written', async () => {
    const session = await bookedSession();
    const customer = await UserModel.findById(session.userId).lean().orFail();
    await UserModel.deleteOne({ _id: customer._id });
    world.clock.moveTo('2026-01-14T08:30:00Z');
    await scan();
    world.clock.moveTo('2026-01-14T12:30:00Z');
    await scan();
    await UserModel.create(customer);

    await scan();

    expect(await reminders()).toHaveLength(1);
  });
});
