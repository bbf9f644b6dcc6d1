import { endpoints } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BookingWorld, expectStatus, type TestPerson } from '../../../test/booking-world.ts';
import { drainReminders, offsets } from '../../../test/drain-reminders.ts';
import type { OutgoingMail } from '../../gateways/mail/port.ts';
import { UserModel } from '../auth/index.ts';
import { sendRefunds } from '../payments/index.ts';
import { remind } from '../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('languages');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Registers as the web app does, and receives the mail that asks to confirm the address. */
async function register(locale: 'hi-IN'): Promise<TestPerson> {
  const email = 'asha@example.com';
  const response = await request(world.server)
    .post('/api/v1/auth/register')
    .send({ name: 'Asha Rao', email, password: 'a long password', timezone: 'Asia/Kolkata', locale });
  const { accessToken, user } = endpoints['POST /auth/register'].responses[201].parse(expectStatus(response, 201));
  expect(await subjectsTo(email)).toEqual(['अपने ईमेल पते की पुष्टि करें']);
  return { userId: new Types.ObjectId(user.id), email, token: accessToken };
}

/** The mails that go out now, with their addresses. */
async function sendMails(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  await drainReminders(world, {
    send: async (mail) => {
      sent.push(mail);
      return { status: 'sent' };
    },
    close: () => undefined,
  });
  return sent.toSorted((a, b) => a.to.localeCompare(b.to));
}

it('each of two people is written to in their own language, and after a change in the new one', async () => {
  const expert = await world.expert();
  await UserModel.updateOne({ _id: expert.userId }, { $set: { email: 'sarah@example.com', locale: 'en-GB' } });
  const asha = await register('hi-IN');

  // Thursday, 14:00 in India.
  const { id } = await world.book(asha, expert);
  const [toAsha, toSarah] = await sendMails();

  expect(toAsha).toMatchObject({ to: 'asha@example.com', subject: 'Dr. Sarah Khan के साथ आपके सत्र की पुष्टि हो गई! 🎉' });
  expect(toAsha?.html).toContain('<html dir="ltr" lang="hi">');
  expect(toAsha?.text).toContain('- समय: 2:00 pm – 3:00 pm, भारतीय मानक समय (Asia/Kolkata)');
  expect(toAsha?.attachments[0]?.content).toContain('SUMMARY:Dr. Sarah Khan के साथ सत्र');
  expect(toSarah).toMatchObject({ to: 'sarah@example.com', subject: 'New Booking Alert - Asha Rao 📅' });
  expect(toSarah?.html).toContain('<html dir="ltr" lang="en">');
  expect(toSarah?.text).toContain('- Time: 14:00 – 15:00, India Standard Time (Asia/Kolkata)');

  const file = await world.get(`/sessions/${id}/calendar.ics`, asha);
  expect(file.text).toContain('SUMMARY:Dr. Sarah Khan के साथ सत्र');

  expectStatus(await world.patch('/me', asha, { locale: 'en-US' }), 200);
  await remind({ clock: world.clock, logger: world.logger, offsets });
  world.clock.moveTo('2026-01-15T07:30:00Z');
  await remind({ clock: world.clock, logger: world.logger, offsets });
  const reminder = (await sendMails()).find(({ to }) => to === 'asha@example.com');

  expect(reminder?.subject).toBe('Reminder: Your session with Dr. Sarah Khan is today at 2:00 PM');
  expect(reminder?.text).toContain('- Date: Today, Thursday, January 15, 2026\n- Time: 2:00 PM – 3:00 PM,');
});

const subjectsTo = async (address: string) =>
  (await sendMails()).filter(({ to }) => to === address).map(({ subject }) => subject.replaceAll('\u00A0', ' '));

it('mails about money speak the language of the customer as well', async () => {
  const [asha, expert] = [await register('hi-IN'), await world.expert()];
  const { id } = await world.book(asha, expert);
  await sendMails();

  expectStatus(await world.post(`/sessions/${id}/cancel`, asha, {}), 200);
  await sendRefunds(world);

  expect((await subjectsTo(asha.email)).toSorted()).toEqual([
    'Dr. Sarah Khan के साथ आपका सत्र रद्द हो गया: पूरे INR 1,500.00 की वापसी शुरू',
    'INR 1,500.00 वापस भेजे गए',
  ]);
});

it('so does the mail about a slot that was gone when the money came', async () => {
  const [asha, expert] = [await register('hi-IN'), await world.expert()];
  const order = await world.hold(asha, expert);
  world.clock.moveBy(10 * 60_000);
  await world.hold(await world.customer('Ravi Rao'), expert);

  await world.verify(asha, await world.pay(order.orderId, 'authorized'));

  expect(await subjectsTo(asha.email)).toEqual([
    'Dr. Sarah Khan के साथ आपका चुना हुआ समय जा चुका था: कोई पैसा नहीं लिया गया',
  ]);
});
