import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus } from '../../../test/booking-world.ts';
import { drainReminders, offsets } from '../../../test/drain-reminders.ts';
import type { MailTransport } from '../../gateways/mail/port.ts';
import { OutboxModel } from '../notifications/index.ts';
import { remind } from './index.ts';

const minute = 60_000;

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('remind-for-days');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

type Arrival = { to: string; subject: string; at: string };

/** One of several processes that all scan and send. */
async function work(arrivals: Arrival[]): Promise<void> {
  const transport: MailTransport = {
    send: async ({ to, subject }) => {
      arrivals.push({ to, subject, at: world.clock.now().toISOString() });
      return { status: 'sent' };
    },
    close: () => undefined,
  };
  await remind({ clock: world.clock, logger: world.logger, offsets });
  await drainReminders(world, transport);
}

describe('three workers and a clock that moves over 48 hours (E1, E2)', () => {
  it('send each reminder exactly once, follow a move, and leave out what is cancelled', async () => {
    const expert = await world.expert();
    const [asha, ravi, meera] = [
      await world.customer(),
      await world.customer('Ravi Rao'),
      await world.customer('Meera Joshi'),
    ];
    // Tuesday 15:00, Wednesday 10:00 and 12:00 in India.
    await world.book(asha, expert, '2026-01-13T09:30:00.000Z');
    const cancelled = await world.book(ravi, expert, '2026-01-14T04:30:00.000Z');
    const moved = await world.book(meera, expert, '2026-01-14T06:30:00.000Z');
    await OutboxModel.deleteMany({});

    const arrivals: Arrival[] = [];
    const end = world.clock.now().getTime() + 48 * 60 * minute;
    while (world.clock.now().getTime() < end) {
      world.clock.moveBy(30 * minute);
      await Promise.all([work(arrivals), work(arrivals), work(arrivals)]);
      // Tuesday, 05:00 in UTC: between the two reminders of one, before the first of the other.
      if (world.clock.now().toISOString() !== '2026-01-13T05:00:00.000Z') continue;
      expectStatus(await world.post(`/sessions/${cancelled.id}/cancel`, expert, {}), 200);
      const sooner = { startsAt: '2026-01-14T05:30:00.000Z' };
      expectStatus(await world.post(`/sessions/${moved.id}/reschedule`, expert, sooner), 200);
    }

    const reminded = arrivals.filter(({ subject }) => subject.startsWith('Reminder'));
    const of = ({ email }: { email: string }) => reminded.filter(({ to }) => to === email).map(({ at }) => at);
    expect(of(asha)).toEqual(['2026-01-12T09:30:00.000Z', '2026-01-13T08:30:00.000Z']);
    // A day before the first plan; cancelled after that.
    expect(of(ravi)).toEqual(['2026-01-13T04:30:00.000Z']);
    // Moved before its first reminder was due: reminded of the new time only.
    expect(of(meera)).toEqual(['2026-01-13T05:30:00.000Z', '2026-01-14T04:30:00.000Z']);
    const toExpert = reminded.filter(({ subject }) => !subject.includes('Dr. Sarah Khan'));
    expect(toExpert.map(({ at }) => at)).toEqual(['2026-01-13T08:30:00.000Z', '2026-01-14T04:30:00.000Z']);
    expect(reminded).toHaveLength(7);
  }, 180_000);
});
