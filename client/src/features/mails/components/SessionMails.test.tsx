import { act, screen, within } from '@testing-library/react';
import type { Mail } from '@serene/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, expertId, sessionAnswer, sessionId, userId } from '../../../testing/fixtures.ts';
import { buildMail } from '../../../testing/mail-fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const customer = { id: userId, name: 'Asha Rao', email: 'asha@example.com' };
const expertUser = buildUser({ name: 'Dr. Sarah Khan', roles: ['customer', 'expert'], expertId });
const admin = buildUser({ name: 'Noor Ali', roles: ['customer', 'admin'] });
const api = useTestApi((server) => {
  signInAs(server, expertUser);
  server.on('GET /sessions/:id', 200, sessionAnswer({ customer }));
});

function serve(...mails: Partial<Mail>[]): void {
  const built = mails.map((mail, index) => buildMail({ id: `mail-${index}`, ...mail }));
  api.current.on('GET /sessions/:id/mails', 200, { success: true, mails: built });
}

const open = () => renderApp(`/sessions/${sessionId}`);
const section = async () => within(await screen.findByRole('region', { name: 'Emails' }));
const texts = async () => {
  const items = await (await section()).findAllByRole('listitem');
  return items.map((item) => [...item.querySelectorAll('p')].map(({ textContent }) => textContent).join(' | '));
};

describe('the mails of a session (E3)', () => {
  it('say what they are, to whom they went, and when', async () => {
    serve(
      { template: 'booking-confirmation-user', sentAt: '2026-01-12T04:00:02.000Z' },
      { template: 'new-booking-expert', recipient: 'expert', sentAt: '2026-01-12T04:00:03.000Z' },
      { sentAt: '2026-01-14T08:32:00.000Z' },
    );
    open();

    expect(await texts()).toEqual([
      'Booking confirmation to Asha Rao | Sent Mon, 12 Jan, 9:30 am IST',
      'New booking to you | Sent Mon, 12 Jan, 9:30 am IST',
      'Reminder to Asha Rao | Sent Wed, 14 Jan, 2:02 pm IST',
    ]);
  });

  it('that wait say until when', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-12T04:00:00.000Z') });
    serve(
      { status: 'queued', sentAt: null, nextAttemptAt: '2026-01-12T04:00:00.000Z' },
      { status: 'queued', sentAt: null, nextAttemptAt: '2026-01-12T04:30:00.000Z' },
      { status: 'sending', sentAt: null },
    );
    open();

    expect(await texts()).toEqual([
      'Reminder to Asha Rao | Waiting to be sent',
      'Reminder to Asha Rao | Waiting until Mon, 12 Jan, 10:00 am IST',
      'Reminder to Asha Rao | Being sent',
    ]);
  });

  it('that did not arrive say why, and what to do', async () => {
    const failed = { status: 'failed', sentAt: null } as const;
    serve(
      { ...failed, failure: 'refused', reason: '550 No such user' },
      { ...failed, failure: 'refused', reason: '552 Mailbox full', recipient: 'expert' },
      { ...failed, failure: 'gave-up' },
      { status: 'skipped', sentAt: null },
    );
    open();

    expect(await texts()).toEqual([
      "Reminder to Asha Rao | Failed: the recipient's email service refused it | Its answer: 550 No such user | This email has not reached Asha Rao. Tell them another way.",
      "Reminder to you | Failed: the recipient's email service refused it | Its answer: 552 Mailbox full | This email didn't reach you: your email service refused it. Contact us to check the address of your account.",
      'Reminder to Asha Rao | Failed: we gave up after many attempts | Our team can see this and try again.',
      'Reminder to Asha Rao | Not sent | It was no longer needed, or reminders are switched off.',
    ]);
  });

  it('have a name also where the server is newer than the page', async () => {
    serve({ template: 'some-later-mail' });
    open();

    expect(await texts()).toEqual(['Other email to Asha Rao | Sent Mon, 12 Jan, 9:32 am IST']);
  });

  it('are looked at again until each has come to an end', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      shouldAdvanceTime: true,
    });
    serve({ status: 'sending', sentAt: null });
    open();
    await (await section()).findByText('Being sent');

    serve({});
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect((await section()).getByText(/^Sent/)).toBeVisible();
    const looks = api.current.calls('GET /sessions/:id/mails').length;
    await act(() => vi.advanceTimersByTimeAsync(40_000));

    expect(api.current.calls('GET /sessions/:id/mails')).toHaveLength(looks);
  });

  it('can be none yet', async () => {
    serve();
    open();

    expect(await (await section()).findByText('No emails about this session yet.')).toBeVisible();
  });

  it('can be asked for again when they could not be loaded', async () => {
    api.current.fail('GET /sessions/:id/mails', 'INTERNAL');
    const { user } = open();

    expect(await (await section()).findByText('The emails could not be loaded')).toBeVisible();
    serve({});
    await user.click((await section()).getByRole('button', { name: 'Retry' }));

    expect(await texts()).toHaveLength(1);
  });

  it('name both people to an admin, and lead to all mails', async () => {
    signInAs(api.current, admin);
    serve({}, { template: 'session-reminder-expert', recipient: 'expert' });
    open();

    expect(await texts()).toEqual([
      'Reminder to Asha Rao | Sent Mon, 12 Jan, 9:32 am IST',
      'Reminder to Dr. Sarah Khan | Sent Mon, 12 Jan, 9:32 am IST',
    ]);
    expect((await section()).getByRole('link', { name: 'All emails' })).toHaveAttribute('href', '/admin/mails');
  });

  it('are not for the customer', async () => {
    signInAs(api.current);
    api.current.on('GET /sessions/:id', 200, sessionAnswer({ paymentId: null, amount: 0, amountMinor: 0 }));
    open();

    await screen.findByRole('heading', { level: 1, name: 'Session with Dr. Sarah Khan' });
    expect(screen.queryByRole('region', { name: 'Emails' })).toBeNull();
    expect(api.current.calls('GET /sessions/:id/mails')).toEqual([]);
  });
});
