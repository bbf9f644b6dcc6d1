import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const verify = 'POST /auth/verify-email';
const api = useTestApi((server) => {
  server.on(verify, 200, { success: true, state: 'verified' });
});
const open = () => renderApp('/verify-email#token=secret-of-the-link');
const button = () => screen.findByRole('button', { name: 'Confirm this address' });

describe('/verify-email', () => {
  it('confirms nothing before a press, since programs open links as well', async () => {
    open();

    await button();
    expect(screen.getByRole('heading', { level: 1, name: 'Confirm your email address' })).toBeVisible();
    expect(api.current.calls(verify)).toHaveLength(0);
  });

  it('takes the secret out of the address', async () => {
    const { location } = open();

    await button();
    await waitFor(() => expect(location()).toBe('/verify-email'));
  });

  it('takes it from the query of a link that was emailed before, and out of the address too', async () => {
    const { user, location } = renderApp('/verify-email?token=secret-of-the-link');

    await user.click(await button());

    expect(location()).toBe('/verify-email');
    expect(api.current.calls(verify)[0]?.body).toEqual({ token: 'secret-of-the-link' });
  });

  it('takes the secret of another link that is followed from here', async () => {
    const { user, follow, location } = open();
    await user.click(await button());
    await screen.findByText('Your address is confirmed');

    await follow('/verify-email#token=of-another-link');
    await user.click(await button());

    expect(location()).toBe('/verify-email');
    expect(api.current.calls(verify)[1]?.body).toEqual({ token: 'of-another-link' });
  });

  it('has it still when it is loaded again', async () => {
    const { location, reload } = open();
    await button();
    await waitFor(() => expect(location()).toBe('/verify-email'));

    const { user } = reload();
    await user.click(await button());

    expect(await screen.findByText('Your address is confirmed')).toBeVisible();
    expect(api.current.calls(verify)[0]?.body).toEqual({ token: 'secret-of-the-link' });
  });

  it('confirms the address of a visitor, and leads on', async () => {
    const { user } = open();
    await user.click(await button());

    const done = await screen.findByText('Your address is confirmed');
    await waitFor(() => expect(done.closest('output')).toHaveFocus());
    expect(api.current.calls(verify)[0]?.body).toEqual({ token: 'secret-of-the-link' });
    expect(screen.getByRole('link', { name: 'Find an expert' })).toBeVisible();
  });

  it('says that it is at work', async () => {
    let answer = () => {};
    api.current.on(verify, 200, () => {
      return new Promise((done) => (answer = () => done({ success: true, state: 'verified' })));
    });
    const { user } = open();
    await user.click(await button());

    expect(screen.getByRole('button', { name: 'Confirming…' })).toBeVisible();
    await waitFor(() => expect(api.current.calls(verify)).toHaveLength(1));
    answer();
    expect(await screen.findByText('Your address is confirmed')).toBeVisible();
  });

  it('is told once more of success when the same link is followed again', async () => {
    api.current.on(verify, 200, { success: true, state: 'already-verified' });
    const { user } = open();
    await user.click(await button());

    expect(await screen.findByText('Your address is confirmed')).toBeVisible();
  });

  it('leads a person who is signed in to their sessions, without asking them to confirm again', async () => {
    signInAs(api.current, buildUser({ emailVerified: false }));
    const { user } = open();
    await button();
    signInAs(api.current, buildUser());
    await user.click(await button());

    expect(await screen.findByRole('link', { name: 'Go to my sessions' })).toHaveAttribute('href', '/dashboard');
    expect(api.current.calls('POST /auth/refresh')).toHaveLength(2);
  });

  it('lets the person try again when the service cannot be reached', async () => {
    api.current.fail(verify, 'BUSY');
    const { user } = open();
    await user.click(await button());

    expect(await screen.findByText('The address could not be confirmed')).toBeVisible();
    api.current.on(verify, 200, { success: true, state: 'verified' });
    await user.click(await button());
    expect(await screen.findByText('Your address is confirmed')).toBeVisible();
  });
});

describe('a link that does not work', () => {
  it('offers a new one to whoever is signed in', async () => {
    signInAs(api.current, buildUser({ emailVerified: false }));
    api.current.fail(verify, 'NOT_FOUND');
    api.current.on('POST /auth/verify-email/resend', 200, { success: true, state: 'sent' });
    const { user } = open();
    await user.click(await button());

    const told = await screen.findByText("This link doesn't work");
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Send a new link' }));
    expect(await screen.findByText('A new link is on its way')).toBeVisible();
  });

  it('leads a visitor to the sign-in, and from there to where a new one is sent', async () => {
    api.current.fail(verify, 'NOT_FOUND');
    const { user, location } = open();
    await user.click(await button());
    await user.click(await screen.findByRole('link', { name: 'Sign in to get a new link' }));

    await waitFor(() => expect(location()).toBe('/login?next=%2Fsettings'));
  });

  it('says to somebody whose address is confirmed which one that is: the link may have been about another', async () => {
    signInAs(api.current, buildUser());
    api.current.fail(verify, 'NOT_FOUND');
    const { user } = open();
    await user.click(await button());

    expect(await screen.findByText("This link doesn't work")).toBeVisible();
    expect(screen.getByText(/asha@example.com is confirmed/)).toBeVisible();
    expect(screen.queryByText('Your address is confirmed')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send a new link' })).toBeNull();
  });

  it('is also one whose secret cannot be one', async () => {
    const issues = [{ in: 'body', path: 'token', message: 'Too long' }];
    api.current.fail(verify, 'VALIDATION_FAILED', { details: { issues } });
    const { user } = open();
    await user.click(await button());

    expect(await screen.findByText("This link doesn't work")).toBeVisible();
  });

  it('is also one without its secret', async () => {
    renderApp('/verify-email');

    expect(await screen.findByText("This link doesn't work")).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Confirm this address' })).toBeNull();
  });
});
