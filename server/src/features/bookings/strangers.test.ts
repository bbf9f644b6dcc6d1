import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, type TestPerson } from '../../../test/booking-world.ts';
import { sendDue } from '../../../test/drain-reminders.ts';
import type { OutgoingMail } from '../../gateways/mail/port.ts';
import { UserModel } from '../auth/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('strangers');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const name = 'See https://evil.example/now';

/** Somebody who registered with an address that nobody has proved. */
async function stranger(): Promise<TestPerson> {
  const person = await world.customer('Asha Nair');
  await UserModel.updateOne({ _id: person.userId }, { $set: { name, emailVerifiedAt: null } });
  return person;
}

const wordsOf = ({ subject, text, html, attachments }: OutgoingMail) =>
  [subject, text, html, ...attachments.map(({ content }) => content)].join('\n');

describe('the mails of a booking under an address that nobody has proved (E4)', () => {
  it('reach its owner without a word that was typed, and the expert without a link', async () => {
    const [victim, expert] = [await stranger(), await world.expert()];
    const session = await world.book(victim, expert);
    const reason = 'More at www.evil.example';
    const booked = await sendDue(world);
    expectStatus(await world.post(`/sessions/${session.id}/cancel`, victim, { reason }), 200);
    const mails = [...booked, ...(await sendDue(world))];

    const toVictim = mails.filter(({ to }) => to === victim.email).map(wordsOf);
    expect(toVictim).toHaveLength(2);
    expect(toVictim.join('\n')).not.toMatch(/evil|See http/iu);
    const toExpert = mails.filter(({ to }) => to !== victim.email).map(wordsOf);
    expect(toExpert).toHaveLength(2);
    expect(toExpert.join('\n')).not.toMatch(/evil\.example|https?:\/\/evil/iu);
    expect(toExpert.join('\n').replaceAll('\u200B', '')).toContain(name);
  });

  it('greet by name once the address is proved', async () => {
    const [asha, expert] = [await stranger(), await world.expert()];
    await world.book(asha, expert);
    await UserModel.updateOne({ _id: asha.userId }, { $set: { emailVerifiedAt: world.clock.now() } });

    const mails = await sendDue(world);

    expect(mails.find(({ to }) => to === asha.email)?.text).toMatch(/^Hi See /u);
  });
});
