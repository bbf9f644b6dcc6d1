import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, thursdayAt2 } from '../../../test/booking-world.ts';
import { sendDue } from '../../../test/drain-reminders.ts';
import { UserModel } from '../auth/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('promised-reminders');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** The confirmation of a session that is booked at `bookedAt`, as it is sent at once. */
async function confirmation(bookedAt: string, { remindersOff = false } = {}) {
  world.clock.moveTo(bookedAt);
  const [asha, expert] = [await world.customer(), await world.expert({ schedule: { minimumNoticeMinutes: 0 } })];
  await UserModel.updateMany({}, { $set: { remindersOff } });
  await world.verify(asha, await world.pay((await world.hold(asha, expert, thursdayAt2)).orderId));
  return (await sendDue(world)).find(({ subject }) => subject.includes('is confirmed'))?.text ?? '';
}

describe('the email that confirms a session (E1)', () => {
  it('promises the reminder that will come first', async () => {
    expect(await confirmation('2026-01-12T06:00:00Z')).toContain("You'll receive a reminder 24 hours before.");
  });

  it('promises the last one where the first has passed', async () => {
    expect(await confirmation('2026-01-14T20:00:00Z')).toContain("You'll receive a reminder 1 hour before.");
  });

  it('promises none where both have passed', async () => {
    expect(await confirmation('2026-01-15T08:00:00Z')).not.toContain('reminder');
  });

  it('promises none to a customer who has switched them off', async () => {
    const text = await confirmation('2026-01-12T06:00:00Z', { remindersOff: true });

    expect(text).toContain('has been confirmed');
    expect(text).not.toContain('reminder');
  });
});
