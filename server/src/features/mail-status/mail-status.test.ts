import { endpoints, type Session } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { undisputed } from '../../../test/delivery.ts';
import type { MailOutcome, MailTransport } from '../../gateways/mail/port.ts';
import { AuditModel } from '../auth/index.ts';
import { drainOutbox } from '../notifications/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('mails');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** Sends what is due; `answer` is what the server says to each recipient. */
async function drain(answer: (to: string) => MailOutcome = () => ({ status: 'sent' })): Promise<void> {
  const transport: MailTransport = { send: async ({ to }) => answer(to), close: () => undefined };
  await drainOutbox(undisputed({ transport, clock: world.clock }));
}

const refuseCustomer = (to: string): MailOutcome =>
  to.startsWith('asha') ? { status: 'refused', reason: '550 No such user' } : { status: 'sent' };

async function booked() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  return { asha, expert, session: await world.book(asha, expert) };
}

async function mailsOf(session: Session, person: { token: string }) {
  const response = await world.get(`/sessions/${session.id}/mails`, person);
  return endpoints['GET /sessions/:id/mails'].responses[200].parse(expectStatus(response, 200)).mails;
}

async function listed(query: string) {
  const response = await world.get(`/admin/mails${query}`, await world.admin());
  return endpoints['GET /admin/mails'].responses[200].parse(expectStatus(response, 200));
}

describe('the mails about a session', () => {
  it('tell its expert what went out and when', async () => {
    const { expert, session } = await booked();
    world.clock.moveBy(2_000);
    await drain();

    expect(await mailsOf(session, expert)).toMatchObject([
      {
        id: `confirmed:${session.id}:customer`,
        template: 'booking-confirmation-user',
        recipient: 'customer',
        status: 'sent',
        sentAt: '2026-01-12T06:00:02.000Z',
        nextAttemptAt: null,
        failure: null,
      },
      { recipient: 'expert', template: 'new-booking-expert', status: 'sent' },
    ]);
  });

  it('tell the expert that the customer cannot be reached, and why', async () => {
    const { expert, session } = await booked();
    await drain(refuseCustomer);

    expect((await mailsOf(session, expert))[0]).toMatchObject({
      status: 'failed',
      failure: 'refused',
      reason: '550 No such user',
    });
  });

  it('keep to themselves what went wrong here', async () => {
    const { expert, session } = await booked();
    await drain(() => ({ status: 'retry', reason: 'connect ECONNREFUSED 10.0.0.7:25' }));

    const [mail] = await mailsOf(session, expert);

    expect(mail).toMatchObject({ status: 'queued', reason: null, nextAttemptAt: expect.any(String) });
  });

  it('are for its expert and an admin', async () => {
    const { asha, session } = await booked();
    const statusFor = async (person: { token: string }) =>
      (await world.get(`/sessions/${session.id}/mails`, person)).status;

    expect(await statusFor(asha)).toBe(403);
    expect(await statusFor(await world.customer('Ravi Rao'))).toBe(404);
    expect(await statusFor(await world.expert())).toBe(404);
    expect(await mailsOf(session, await world.admin())).toHaveLength(2);
  });
});

describe('the list of an admin', () => {
  it('begins with what failed, and says to whom and why', async () => {
    const { asha, session } = await booked();
    await drain(refuseCustomer);

    const { mails } = await listed('');

    expect(mails).toMatchObject([
      { to: asha.email, sessionId: session.id, attempts: 1, failure: 'refused', reason: '550 No such user' },
    ]);
    expect(mails[0]?.messageId).toMatch(/^<[0-9a-f]{32}@/);
  });

  it('comes in pages that neither repeat nor miss one, also of mails that were due at once', async () => {
    for (let index = 0; index < 3; index += 1) await booked();
    await drain();

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await listed(`?status=sent&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.mails.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  it('is for admins, and refuses a cursor that it did not give out', async () => {
    const { asha, expert } = await booked();

    expect((await world.get('/admin/mails', asha)).status).toBe(403);
    expect((await world.get('/admin/mails', expert)).status).toBe(403);
    const bad = await world.get('/admin/mails?cursor=rubbish', await world.admin());
    expect(errorOf(bad).code).toBe('VALIDATION_FAILED');
  });
});

describe('a mail that failed', () => {
  const retry = (id: string, person: { token: string }) =>
    world.post(`/admin/mails/${encodeURIComponent(id)}/retry`, person, {});

  it('is tried anew when an admin says so, under the same Message-ID, and that is on record', async () => {
    const { expert, session } = await booked();
    await drain(refuseCustomer);
    const id = `confirmed:${session.id}:customer`;
    const [failed] = (await listed('')).mails;
    const admin = await world.admin();

    const response = await retry(id, admin);

    const { mail } = endpoints['POST /admin/mails/:id/retry'].responses[200].parse(expectStatus(response, 200));
    expect(mail).toMatchObject({ id, status: 'queued', attempts: 0, failure: null });
    await drain();
    expect((await mailsOf(session, expert))[0]).toMatchObject({ id, status: 'sent', failure: null });
    const sent = (await listed('?status=sent')).mails.find((one) => one.id === id);
    expect(sent?.messageId).toBe(failed?.messageId);
    expect(await AuditModel.find({ action: 'mail.retry' }).lean()).toMatchObject([
      { actorId: admin.userId, target: id, before: { failure: 'refused', reason: '550 No such user' } },
    ]);
  });

  it('is the only one that can be', async () => {
    const { asha, session } = await booked();
    await drain();
    const admin = await world.admin();

    expect(errorOf(await retry(`confirmed:${session.id}:customer`, admin)).code).toBe('INVALID_TRANSITION');
    expect((await retry('confirmed:nobody:customer', admin)).status).toBe(404);
    expect((await retry('no such mail', admin)).status).toBe(404);
    expect((await retry(`confirmed:${session.id}:customer`, asha)).status).toBe(403);
    expect(await AuditModel.countDocuments()).toBe(0);
  });
});
