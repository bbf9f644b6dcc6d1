import { screen, waitFor, within } from '@testing-library/react';
import type { AdminMail } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, sessionId } from '../../../testing/fixtures.ts';
import { buildAdminMail } from '../../../testing/mail-fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const list = 'GET /admin/mails';
const retry = 'POST /admin/mails/:id/retry';
const failed = buildAdminMail();
const requeued = buildAdminMail({
  status: 'queued',
  nextAttemptAt: failed.createdAt,
  failure: null,
  attempts: 0,
});

const api = useTestApi((server) => signInAs(server, buildUser({ roles: ['customer', 'admin'] })));

function serve(mails: AdminMail[], nextCursor: string | null = null): void {
  api.current.on(list, 200, { success: true, mails, nextCursor });
}

const cards = async () => (await screen.findAllByRole('article')).map((card) => within(card));
const tryAgain = 'Try again: Reminder, asha@example.com';

describe('/admin/mails (E3)', () => {
  it('is in the navigation of admins only, and begins with what failed', async () => {
    serve([failed]);
    const { user } = renderApp('/');

    await user.click((await screen.findAllByRole('link', { name: 'Emails' }))[0] ?? document.body);

    expect(await screen.findByRole('heading', { level: 1, name: 'Emails' })).toBeVisible();
    const [card] = await cards();
    expect(card?.getByRole('heading', { name: 'Reminder to asha@example.com' })).toBeVisible();
    expect(card?.getByText("Failed: the recipient's email service refused it")).toBeVisible();
    expect(card?.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '550 No such user',
      '1',
      'Mon, 12 Jan, 9:30 am IST',
      '<0123456789abcdef@serene.example.com>',
    ]);
    expect(card?.getByRole('link', { name: 'View session: Reminder, asha@example.com' })).toHaveAttribute(
      'href',
      `/sessions/${sessionId}`,
    );
    expect(api.current.calls(list).map(({ query }) => query)).toMatchObject([{ status: 'failed' }]);
  });

  it.each([['customer'], ['expert']] as const)('is not for a %s', async (role) => {
    signInAs(api.current, buildUser({ roles: [role] }));
    renderApp('/admin/mails');

    expect(await screen.findByText(/^It's for our team\./)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Emails' })).toBeNull();
    expect(api.current.calls(list)).toEqual([]);
  });

  it('shows the mails of another state, which stands in the address', async () => {
    api.current.on(list, 200, ({ query }) => ({
      success: true as const,
      mails: [
        JSON.stringify(query).includes('skipped') ? buildAdminMail({ status: 'skipped', failure: null }) : failed,
      ],
      nextCursor: null,
    }));
    const { user, location } = renderApp('/admin/mails');

    await user.click(await screen.findByRole('tab', { name: 'Not sent' }));

    expect(await screen.findByText('It was no longer needed, or reminders are switched off.')).toBeVisible();
    expect(location()).toBe('/admin/mails?status=skipped');
    expect(screen.queryByRole('button', { name: tryAgain })).toBeNull();
  });

  it('shows more on demand, also after that has failed', async () => {
    serve([failed], 'next');
    const { user } = renderApp('/admin/mails');
    await cards();

    api.current.fail(list, 'INTERNAL');
    await user.click(screen.getByRole('button', { name: 'Show more emails' }));
    expect(await screen.findByText('More emails could not be loaded')).toBeVisible();
    serve([buildAdminMail({ id: 'older:customer', to: 'ravi@example.com' })]);
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    await waitFor(async () => expect(await cards()).toHaveLength(2));
    expect(screen.getByText('to ravi@example.com')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more emails' })).toBeNull();
    expect(api.current.calls(list).at(-1)?.query).toMatchObject({ cursor: 'next' });
  });

  it('says when there is nothing to do', async () => {
    serve([]);
    renderApp('/admin/mails');

    expect(await screen.findByText('No email has failed.')).toBeVisible();
  });

  it('can be asked for again when it could not be loaded', async () => {
    api.current.fail(list, 'INTERNAL');
    const { user } = renderApp('/admin/mails');

    await screen.findByText('The emails could not be loaded');
    serve([failed]);
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await cards()).toHaveLength(1);
  });
});

describe('a mail that failed', () => {
  it('is tried again, keeps its place, and says where it is found', async () => {
    serve([failed, buildAdminMail({ id: 'other:customer', to: 'ravi@example.com' })]);
    api.current.on(retry, 200, { success: true, mail: requeued });
    const { user } = renderApp('/admin/mails');

    await user.click(await screen.findByRole('button', { name: tryAgain }));

    const notice = await screen.findByText("We're trying again now");
    await waitFor(() => expect(notice.closest('output')).toHaveFocus());
    const [card, other] = await cards();
    expect(card?.getByText('Waiting to be sent')).toBeVisible();
    expect(card?.queryByRole('button')).toBeNull();
    expect(other?.getByRole('button', { name: 'Try again: Reminder, ravi@example.com' })).toBeVisible();
    expect(api.current.calls(retry).map(({ params }) => params)).toEqual([{ id: failed.id }]);
  });

  it('says when it could not be tried again, and can be once more', async () => {
    serve([failed]);
    api.current.fail(retry, 'BUSY');
    const { user } = renderApp('/admin/mails');

    await user.click(await screen.findByRole('button', { name: tryAgain }));
    expect(await screen.findByText("We couldn't try again. Nothing has changed.")).toBeVisible();
    api.current.on(retry, 200, { success: true, mail: requeued });
    await user.click(screen.getByRole('button', { name: tryAgain }));

    expect(await screen.findByText("We're trying again now")).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each(['INVALID_TRANSITION', 'NOT_FOUND'] as const)('was dealt with by somebody else: %s', async (code) => {
    serve([failed]);
    api.current.fail(retry, code);
    const { user } = renderApp('/admin/mails');
    const button = await screen.findByRole('button', { name: tryAgain });

    serve([]);
    await user.click(button);

    expect(await screen.findByText('This email has changed')).toBeVisible();
    expect(await screen.findByText('No email has failed.')).toBeVisible();
  });
});
