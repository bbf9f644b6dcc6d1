import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase, type Database } from '../../../../tools/dev/database/index.ts';
import { BookingWorld } from '../../../test/booking-world.ts';
import type { CrashPlan } from '../../../test/crash-process.ts';
import { atDatabase, crashProcess } from '../../../test/crash.ts';
import { ClaimModel } from '../claims/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { RefundModel } from '../payments/index.ts';
import { SessionModel } from '../sessions/index.ts';

type KillAt = CrashPlan['killAt'];

const cacheDir = fileURLToPath(new URL('../../../../.cache', import.meta.url));

// A database of its own: what frees the locks of the dead (rule T5) aborts the transactions of the living, too.
let database: Database;
let world: BookingWorld;
beforeAll(async () => {
  database = await startDatabase({ cacheDir });
  world = await BookingWorld.open('bookings-crash', database.uri);
});
afterAll(async () => {
  await world.close();
  await database.stop();
});
beforeEach(() => world.reset());

const fridayAt2 = '2026-01-16T08:30:00.000Z';

async function booked() {
  const asha = await world.customer();
  const session = await world.book(asha, await world.expert());
  return { asha, session, who: { sessionId: session.id, userId: asha.userId.toHexString() } };
}

describe('a process that is killed while it cancels a session (L1)', () => {
  it.each<[string, KillAt]>([
    ['between the status and the claim', atDatabase('delete', 'slotclaims')],
    ['between the claim and the refund', atDatabase('update', 'charges')],
    ['between the refund and the mails', atDatabase('update', 'outbox')],
    ['with all written but not committed', atDatabase('commitTransaction')],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after')],
  ])('%s leaves all or nothing, and cancelling again refunds once', async (_when, killAt) => {
    const { asha, session, who } = await booked();

    await crashProcess({ world, uri: database.uri, action: { do: 'cancel', ...who }, killAt });

    const cancelled = await SessionModel.countDocuments({ status: 'cancelled' });
    expect({
      claims: await ClaimModel.countDocuments(),
      refunds: await RefundModel.countDocuments(),
      mails: await OutboxModel.countDocuments({ _id: { $in: cancelledMails(session.id) } }),
    }).toEqual({ claims: 1 - cancelled, refunds: cancelled, mails: 2 * cancelled });
    const again = await world.post(`/sessions/${session.id}/cancel`, asha, {});
    expect(again.status).toBe(cancelled === 1 ? 409 : 200);
    expect(await RefundModel.countDocuments()).toBe(1);
  });
});

describe('a process that is killed while it moves a session (L3)', () => {
  it.each<[string, KillAt]>([
    ['between the session and the claim', atDatabase('update', 'slotclaims')],
    ['between the claim and the mails', atDatabase('update', 'outbox')],
    ['with all written but not committed', atDatabase('commitTransaction')],
    ['right after the commit', atDatabase('commitTransaction', undefined, 'after')],
  ])('%s leaves the session and its claim at one time, the old or the new', async (_when, killAt) => {
    const { asha, session, who } = await booked();

    const action = { do: 'reschedule', ...who, startsAt: fridayAt2 } as const;
    await crashProcess({ world, uri: database.uri, action, killAt });

    const stored = await SessionModel.findOne().lean().orFail();
    expect(await ClaimModel.find().lean()).toMatchObject([{ startsAt: stored.startsAt, endsAt: stored.endsAt }]);
    const moved = stored.startsAt.toISOString() === fridayAt2;
    expect(stored.revision).toBe(moved ? 1 : 0);
    const again = await world.post(`/sessions/${session.id}/reschedule`, asha, { startsAt: fridayAt2 });
    expect(again.status).toBe(moved ? 400 : 200);
  });
});

const cancelledMails = (sessionId: string) => [`cancelled:${sessionId}:customer`, `cancelled:${sessionId}:expert`];
