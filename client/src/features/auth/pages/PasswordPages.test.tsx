import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessToken } from '../../../lib/api/access-token.ts';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, otherUserId } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const forgot = 'POST /auth/forgot-password';
const reset = 'POST /auth/reset-password';
const api = useTestApi((server) => {
  server.on(forgot, 202, { success: true });
  server.on(reset, 200, { success: true, email: 'asha@example.com' });
});
const submit = () => screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body;

describe('/forgot-password', () => {
  const field = () => screen.findByLabelText('Email address');

  it('is reached from the sign-in, and leads back without losing the way', async () => {
    const { user, location } = renderApp('/login?next=%2Fsettings');
    await user.click(await screen.findByRole('link', { name: 'Forgot your password?' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
    await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Sign in' }));
    await waitFor(() => expect(location()).toBe('/login?next=%2Fsettings'));
  });

  it('says that a mail is on its way if there is an account, and does not say whether there is', async () => {
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), ' asha@example.com ');
    await user.click(submit());

    const told = await screen.findByText('Check your inbox');
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
    expect(screen.getByText(/^If asha@example.com has an account/)).toBeVisible();
    expect(api.current.calls(forgot)[0]?.body).toEqual({ email: 'asha@example.com' });
    expect(screen.getByRole('button', { name: 'Send it again' })).toBeVisible();
  });

  it('says that it is at work', async () => {
    let answer = () => {};
    api.current.on(forgot, 202, () => new Promise((done) => (answer = () => done({ success: true }))));
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), 'asha@example.com');
    await user.click(submit());

    expect(screen.getByRole('button', { name: 'Sending…' })).toBeVisible();
    await waitFor(() => expect(api.current.calls(forgot)).toHaveLength(1));
    answer();
    expect(await screen.findByText('Check your inbox')).toBeVisible();
  });

  it('leaves the focus to somebody who corrects the address, and sends again', async () => {
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), 'asha@example.com');
    await user.click(submit());
    const told = await screen.findByText('Check your inbox');
    await waitFor(() => expect(told.closest('output')).toHaveFocus());

    await user.clear(await field());
    await user.type(await field(), 'asha.rao@example.com{Enter}');

    expect(await screen.findByText(/^If asha.rao@example.com has an account/)).toBeVisible();
    expect(api.current.calls(forgot).map(({ body }) => body)).toEqual([
      { email: 'asha@example.com' },
      { email: 'asha.rao@example.com' },
    ]);
  });

  it('asks for an address before it sends anything', async () => {
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), 'asha');
    await user.click(submit());

    expect(screen.getByRole('alert')).toHaveFocus();
    expect(await field()).toBeInvalid();
    expect(api.current.calls(forgot)).toHaveLength(0);
  });

  it('ties the server’s complaint to its field', async () => {
    const issues = [{ in: 'body', path: 'email', message: 'Enter an email address like name@example.com' }];
    api.current.fail(forgot, 'VALIDATION_FAILED', { details: { issues } });
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), 'asha@example.com');
    await user.click(submit());

    await waitFor(async () => expect(await field()).toBeInvalid());
  });

  it('explains that it was asked too often', async () => {
    api.current.fail(forgot, 'TOO_MANY_REQUESTS', { retryAfter: 90 });
    const { user } = renderApp('/forgot-password');
    await user.type(await field(), 'asha@example.com');
    await user.click(submit());

    expect(await screen.findByText('Too many attempts. Wait 90 seconds.')).toBeVisible();
    expect(screen.queryByText('Check your inbox')).toBeNull();
  });
});

describe('/reset-password', () => {
  const open = () => renderApp('/reset-password#token=secret-of-the-link');
  const field = () => screen.findByLabelText('New password');

  it('takes the secret out of the address', async () => {
    const { location } = open();

    await field();
    await waitFor(() => expect(location()).toBe('/reset-password'));
  });

  it('sets the password, ends the sign-in here, and leads to the sign-in with the address filled in', async () => {
    signInAs(api.current);
    const { user, location } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(await screen.findByText('Your password was changed')).toBeVisible();
    expect(location()).toBe('/login');
    expect(screen.getByLabelText('Email address')).toHaveValue('asha@example.com');
    expect(api.current.calls(reset)[0]?.body).toEqual({ token: 'secret-of-the-link', password: 'a new long secret' });
    expect(accessToken()).toBeUndefined();
  });

  it('says so once: not when the page is loaded again, nor to somebody who comes back to it', async () => {
    const { user, location, reload } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());
    await screen.findByText('Your password was changed');

    const { goBack, ...again } = reload();
    await again.user.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
    await screen.findByRole('heading', { level: 1, name: 'Forgot your password?' });
    await goBack();

    expect(location()).toBe('/login');
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(screen.queryByText('Your password was changed')).toBeNull();
  });

  it('leaves somebody else signed in', async () => {
    signInAs(api.current, buildUser({ id: otherUserId, email: 'ravi@example.com' }));
    const { user } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(await screen.findByText('Your password was changed')).toBeVisible();
    expect(accessToken()).toBe('access-token');
  });

  it('has the secret still when it is loaded again', async () => {
    const { location, reload } = open();
    await field();
    await waitFor(() => expect(location()).toBe('/reset-password'));

    const { user } = reload();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(await screen.findByText('Your password was changed')).toBeVisible();
    expect(api.current.calls(reset)[0]?.body).toEqual({ token: 'secret-of-the-link', password: 'a new long secret' });
  });

  it('offers a new password to password managers, and shows it on request', async () => {
    const { user } = open();

    expect(await field()).toHaveAttribute('autocomplete', 'new-password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(await field()).toHaveAttribute('type', 'text');
  });

  it('says that it is at work', async () => {
    let answer = () => {};
    api.current.on(reset, 200, () => {
      return new Promise((done) => (answer = () => done({ success: true, email: 'asha@example.com' })));
    });
    const { user } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(screen.getByRole('button', { name: 'Saving…' })).toBeVisible();
    await waitFor(() => expect(api.current.calls(reset)).toHaveLength(1));
    answer();
    expect(await screen.findByText('Your password was changed')).toBeVisible();
  });

  it('wants ten characters, and says so before it sends anything', async () => {
    const { user } = open();
    await user.type(await field(), 'short');
    await user.click(submit());

    expect(screen.getByRole('alert')).toHaveFocus();
    expect(await field()).toBeInvalid();
    expect(api.current.calls(reset)).toHaveLength(0);
  });

  it('keeps what was typed when the service cannot be reached', async () => {
    api.current.fail(reset, 'BUSY');
    const { user } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(await screen.findByRole('alert')).toHaveFocus();
    expect(await field()).toHaveValue('a new long secret');
  });

  it('leads to a new link where this one does not work any more', async () => {
    api.current.fail(reset, 'NOT_FOUND');
    const { user, location } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    const told = await screen.findByText("This link doesn't work");
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
    expect(screen.getByText(/If you just chose a new password, sign in with it/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Ask for a new link' }));
    await waitFor(() => expect(location()).toBe('/forgot-password'));
  });

  it('leads there as well where the address never held the secret of a link', async () => {
    const issues = [{ in: 'body', path: 'token', message: 'Too long' }];
    api.current.fail(reset, 'VALIDATION_FAILED', { details: { issues } });
    const { user } = open();
    await user.type(await field(), 'a new long secret');
    await user.click(submit());

    expect(await screen.findByRole('link', { name: 'Ask for a new link' })).toBeVisible();
  });

  it('needs the link', async () => {
    renderApp('/reset-password');

    expect(await screen.findByText("This link doesn't work")).toBeVisible();
    expect(screen.queryByLabelText('New password')).toBeNull();
  });
});
