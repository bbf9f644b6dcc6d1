import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus } from '../../../test/booking-world.ts';
import { drainReminders, sendDue } from '../../../test/drain-reminders.ts';
import type { MailOutcome, OutgoingMail } from '../../gateways/mail/port.ts';
import { OutboxModel } from '../notifications/index.ts';
import { SessionModel } from '../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('overtaken-mails');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const [at10, at11, at15] = [
  '2026-01-15T04:30:00.000Z',
  '2026-01-15T05:30:00.000Z',
  '2026-01-15T09:30:00.000Z',
] as const;

async function people() {
  return { asha: await world.customer(), expert: await world.expert() };
}

const move = async (id: string, person: { token: string }, startsAt: string) =>
  expectStatus(await world.post(`/sessions/${id}/reschedule`, person, { startsAt }), 200);
const cancel = async (id: string, person: { token: string }) =>
  expectStatus(await world.post(`/sessions/${id}/cancel`, person, {}), 200);

/** Sends what is due by a server that answers as told; what it has taken, by subject. */
async function send(answer: (mail: OutgoingMail) => MailOutcome = () => ({ status: 'sent' })): Promise<OutgoingMail[]> {
  const taken: OutgoingMail[] = [];
  const transport = {
    send: async (mail: OutgoingMail) => {
      const outcome = answer(mail);
      if (outcome.status === 'sent') taken.push(mail);
      return outcome;
    },
    close: () => undefined,
  };
  await drainReminders(world, transport);
  return taken;
}

const busy: MailOutcome = { status: 'retry', reason: '451 Not now' };
const gone: MailOutcome = { status: 'refused', reason: '550 No such user' };
const rowOf = (key: string) => OutboxModel.findById(key).lean().orFail();
const to = (mails: OutgoingMail[], { email }: { email: string }) =>
  mails.filter((mail) => mail.to === email).map(({ subject }) => subject);

describe('a mail about a booking that has changed before it went (E5)', () => {
  it('is left out for the one that says how it is now', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    expect(await send(() => busy)).toEqual([]);
    await cancel(id, asha);

    const subjects = to(await send(), asha);

    expect(subjects).toEqual([expect.stringContaining('is cancelled')]);
    expect(await rowOf(`confirmed:${id}:customer`)).toMatchObject({ status: 'skipped', skip: 'replaced' });
  });

  it.each([
    ['was completed', { status: 'completed', revision: 2 }],
    ['was missed', { status: 'no-show', revision: 2 }],
    ['is another revision', { revision: 1 }],
  ])('is left out also where the session %s and nothing else was written', async (_what, set) => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await SessionModel.updateOne({ _id: id }, { $set: set });

    expect(await send()).toEqual([]);
    expect(await rowOf(`confirmed:${id}:expert`)).toMatchObject({ status: 'skipped', skip: 'outdated' });
  });

  it('is left out once its session is over', async () => {
    const { asha, expert } = await people();
    await world.book(asha, expert, at10);
    world.clock.moveTo('2026-01-15T05:30:00Z');

    expect(await send()).toEqual([]);
  });

  it('asks for no review of what has been rated', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert, at10);
    await send();
    world.clock.moveTo('2026-01-15T06:00:00Z');
    expectStatus(await world.post(`/sessions/${id}/complete`, expert, {}), 200);
    expectStatus(await world.post(`/sessions/${id}/rating`, asha, { rating: 5 }), 200);

    expect(await send()).toEqual([]);
    expect(await rowOf(`review:${id}:customer`)).toMatchObject({ skip: 'outdated' });
  });
});

describe('several moves before a mail went (E5)', () => {
  it('are one mail to each, from the time they knew to the last', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await send();
    await move(id, asha, at10);
    await move(id, asha, at11);
    await move(id, expert, at15);

    const mails = await send();

    expect(mails).toHaveLength(2);
    const mail = mails.find((one) => one.to === asha.email);
    expect(mail?.subject).toBe('Dr. Sarah Khan moved your session to Thursday, 15 January 2026, 15:00');
    expect(mail?.text).toContain('14:00');
    expect(mail?.text).not.toMatch(/10:00|11:00/u);
    expect(mail?.attachments[0]?.content).toContain('SEQUENCE:3');
  });

  it('tell of the booking, too, where nothing has yet', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await move(id, asha, at10);

    const mails = await send();

    expect(mails).toHaveLength(2);
    const mail = mails.find((one) => one.to === asha.email);
    expect(mail?.subject).toContain('is moved to Thursday, 15 January 2026, 10:00');
    expect(mail?.text).toMatch(/has been confirmed[^]*10:00[^]*Amount paid[^]*14:00/u);
  });

  it('that end where they began are not worth a mail', async () => {
    const { asha, expert } = await people();
    const { id, startsAt } = await world.book(asha, expert);
    await send();
    await move(id, asha, at10);
    await move(id, asha, startsAt);

    expect(await send()).toEqual([]);
    expect(await rowOf(`moved:${id}:2:customer`)).toMatchObject({ status: 'skipped', skip: 'replaced' });
  });

  it('that end where they began are the confirmation, where that had not gone', async () => {
    const { asha, expert } = await people();
    const { id, startsAt } = await world.book(asha, expert);
    await move(id, asha, at10);
    await move(id, asha, startsAt);

    expect(to(await send(), asha)).toEqual(['Your session with Dr. Sarah Khan is confirmed! 🎉']);
  });
});

describe('the mails of one booking to one reader (E5)', () => {
  it('keep their order: one that waits holds back what came later, and nobody else’s', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await send();
    await cancel(id, asha);
    expect(to(await send((mail) => (mail.to === asha.email ? busy : { status: 'sent' })), asha)).toEqual([]);
    // A refund that is done meanwhile, by the row that its fact would have written.
    const later = { ...(await rowOf(`cancelled:${id}:customer`)), _id: `refund-processed:${id}:customer` };
    await OutboxModel.create({
      ...later,
      createdAt: new Date(later.createdAt.getTime() + 1),
      nextAttemptAt: world.clock.now(),
    });

    expect(await send()).toEqual([]);
    world.clock.moveBy(60_000);
    const subjects = to(await send(), asha);

    expect(subjects).toHaveLength(2);
    expect(await rowOf(`cancelled:${id}:customer`)).toMatchObject({ status: 'sent' });
  });

  it('go on where one of them was refused for good', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await send((mail) => (mail.to === asha.email ? gone : { status: 'sent' }));
    await cancel(id, asha);

    expect(to(await send(), asha)).toEqual([expect.stringContaining('is cancelled')]);
  });

  it('keep it with three workers, also while one of them is at a mail', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    const taken: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const transport = {
      send: async (mail: OutgoingMail): Promise<MailOutcome> => {
        if (mail.subject.includes('is confirmed')) await held;
        if (mail.to === asha.email) taken.push(mail.subject);
        return { status: 'sent' };
      },
      close: () => undefined,
    };
    const first = drainReminders(world, transport);
    await expect.poll(async () => (await rowOf(`confirmed:${id}:customer`)).status).toBe('sending');
    await cancel(id, asha);
    await Promise.all([drainReminders(world, transport), drainReminders(world, transport)]);
    expect(taken).toEqual([]);

    release();
    await first;
    await drainReminders(world, transport);

    expect(taken.map((subject) => /confirmed|cancelled/u.exec(subject)?.[0])).toEqual(['confirmed', 'cancelled']);
  });

  it('about money are never left out', async () => {
    const { asha, expert } = await people();
    const { id } = await world.book(asha, expert);
    await send();
    const template = await rowOf(`confirmed:${id}:customer`);
    await OutboxModel.create({
      ...template,
      _id: `receipt:${id}:customer`,
      template: 'receipt-user',
      status: 'queued',
    });
    await cancel(id, asha);

    await sendDue(world);

    expect((await rowOf(`receipt:${id}:customer`)).status).not.toBe('skipped');
  });
});
