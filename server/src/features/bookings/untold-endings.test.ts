import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, type TestPerson } from '../../../test/booking-world.ts';
import { sendDue } from '../../../test/drain-reminders.ts';
import type { OutgoingMail } from '../../gateways/mail/port.ts';
import { UserModel } from '../auth/index.ts';
import { OutboxModel } from '../notifications/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('untold-endings');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const [at10, at15] = ['2026-01-15T04:30:00.000Z', '2026-01-15T09:30:00.000Z'] as const;
type Expert = { _id: Types.ObjectId; userId: Types.ObjectId };

/** Books a free session. @returns its id */
async function bookFree(person: TestPerson, expert: Expert, scheduledTime = '14:00'): Promise<string> {
  const slot = { scheduledDate: '2026-01-15', scheduledTime, duration: 60 };
  const response = await world.post('/sessions', person, { expertId: expert._id.toHexString(), ...slot });
  expectStatus(response, 201);
  return String(response.body.session.id);
}
const move = async (id: string, person: { token: string }, startsAt: string) =>
  expectStatus(await world.post(`/sessions/${id}/reschedule`, person, { startsAt }), 200);
const cancel = async (id: string, person: { token: string }) =>
  expectStatus(await world.post(`/sessions/${id}/cancel`, person, {}), 200);
const send = () => sendDue(world);
const rowOf = (key: string) => OutboxModel.findById(key).lean().orFail();
const to = (mails: OutgoingMail[], { email }: { email: string }) =>
  mails.filter((mail) => mail.to === email).map(({ subject }) => subject);

describe('a cancellation of which its reader was told nothing before (E5)', () => {
  const cancelled = expect.stringContaining('cancelled');
  const free = async () => {
    const expert = await world.expert({ rateMinor: 0 });
    return { asha: await world.customer(), expert, address: { email: await addressOf(expert) } };
  };
  const addressOf = async ({ userId }: Expert) => (await UserModel.findOne({ _id: userId }).lean().orFail()).email;

  it('is left out with the announcement', async () => {
    const { asha, expert } = await free();
    const id = await bookFree(asha, expert);
    await cancel(id, asha);

    expect(await send()).toEqual([]);
    for (const role of ['customer', 'expert']) {
      expect(await rowOf(`confirmed:${id}:${role}`)).toMatchObject({ status: 'skipped', skip: 'replaced' });
      expect(await rowOf(`cancelled:${id}:${role}`)).toMatchObject({ status: 'skipped', skip: 'replaced' });
    }
  });

  it('is left out with the announcement and the moves', async () => {
    const { asha, expert } = await free();
    const id = await bookFree(asha, expert);
    await move(id, asha, at10);
    await cancel(id, asha);

    expect(await send()).toEqual([]);
  });

  it('is told where the announcement has gone, by itself or in a move', async () => {
    const { asha, expert, address } = await free();
    const ids = [await bookFree(asha, expert, '09:00'), await bookFree(asha, expert, '11:00')] as const;
    await move(ids[1], asha, at15);
    await send();
    for (const id of ids) await cancel(id, asha);

    const mails = await send();

    expect(to(mails, asha)).toEqual([cancelled, cancelled]);
    expect(to(mails, address)).toEqual([cancelled, cancelled]);
  });

  it.each([
    ['a server took it or not', { messageId: '<a@b>', attempts: 1 }],
    ['its attempt never ended', { status: 'sending', attempts: 1, leaseToken: 'of a process that died' }],
  ])('is told where the announcement may have gone: %s', async (_what, set) => {
    const { asha, expert, address } = await free();
    const id = await bookFree(asha, expert);
    await OutboxModel.updateOne({ _id: `confirmed:${id}:expert` }, { $set: set });
    await cancel(id, asha);
    await send();

    expect(await rowOf(`cancelled:${id}:expert`)).toMatchObject({ to: address.email, status: 'sent' });
  });

  it('is told where a reminder told of the booking', async () => {
    const { asha, expert } = await free();
    const id = await bookFree(asha, expert);
    const announcement = await rowOf(`confirmed:${id}:expert`);
    const reminder = {
      _id: `reminder-60:${id}:1:expert`,
      template: 'session-reminder-expert',
      status: 'sent',
    } as const;
    await OutboxModel.create({ ...announcement, ...reminder });
    await cancel(id, asha);
    await send();

    expect(await rowOf(`cancelled:${id}:expert`)).toMatchObject({ status: 'sent' });
  });

  it('is told to the customer where it is not their own, or tells of money', async () => {
    const { asha, expert } = await free();
    const id = await bookFree(asha, expert);
    const paid = await world.book(asha, await world.expert());
    await cancel(id, expert);
    await cancel(paid.id, asha);

    // Of different bookings, so in any order.
    expect(to(await send(), asha)).toHaveLength(2);
    expect(await rowOf(`cancelled:${id}:customer`)).toMatchObject({ status: 'sent' });
    expect(await rowOf(`cancelled:${paid.id}:customer`)).toMatchObject({ status: 'sent' });
  });
});
