import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, now } from '../../../testing/fixtures.ts';
import { renderApp, renderPart, signInAs } from '../../../testing/render.tsx';
import { EmailNotice } from './EmailNotice.tsx';

const unconfirmed = buildUser({ emailVerified: false });
const api = useTestApi((server) => {
  signInAs(server, unconfirmed);
  server.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
  server.on('GET /me', 200, { success: true, user: unconfirmed });
  server.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: null, busy: null } });
  server.on('GET /me/sign-ins', 200, { success: true, signIns: [] });
});
afterEach(() => focusManager.setFocused(undefined));

const resend = 'POST /auth/verify-email/resend';
const button = () => screen.findByRole('button', { name: 'Send a new link' });
/** The person comes back to the page from another tab. */
const turnToPage = () =>
  act(async () => {
    focusManager.setFocused(false);
    focusManager.setFocused(true);
  });

describe('the notice about an unconfirmed address', () => {
  it.each(['/dashboard', '/settings'])('stands on %s', async (address) => {
    renderApp(address);

    expect(await screen.findByText('Confirm your email address')).toBeVisible();
    expect(screen.getByText(/We sent a link to asha@example.com/)).toBeVisible();
  });

  it('does not trouble who has confirmed theirs', async () => {
    signInAs(api.current, buildUser());
    renderApp('/dashboard');

    await screen.findByText(/^No sessions yet/);
    expect(screen.queryByText('Confirm your email address')).toBeNull();
  });

  it('does not trouble whose account comes from a server that does not tell', () => {
    const known = buildUser();
    Reflect.deleteProperty(known, 'emailVerified');
    renderPart(<EmailNotice user={known} />);

    expect(screen.queryByText('Confirm your email address')).toBeNull();
  });

  it('has a new link sent, and says where to look', async () => {
    let answer = () => {};
    api.current.on(resend, 200, () => {
      return new Promise((done) => (answer = () => done({ success: true, state: 'sent' })));
    });
    const { user } = renderApp('/dashboard');
    await user.click(await button());

    expect(screen.getByRole('button', { name: 'Sending…' })).toBeVisible();
    await waitFor(() => expect(api.current.calls(resend)).toHaveLength(1));
    answer();

    const told = await screen.findByText('A new link is on its way');
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
    expect(screen.getByText(/Check the inbox and the spam folder of asha@example.com/)).toBeVisible();
  });

  it('says why no link was sent, and can be asked again', async () => {
    api.current.fail(resend, 'TOO_MANY_REQUESTS', { retryAfter: 60 });
    const { user } = renderApp('/dashboard');
    await user.click(await button());

    expect(await screen.findByText('The link could not be sent')).toBeVisible();
    expect(screen.getByText('Too many attempts. Wait 60 seconds.')).toBeVisible();
    api.current.on(resend, 200, { success: true, state: 'sent' });
    await user.click(await button());
    expect(await screen.findByText('A new link is on its way')).toBeVisible();
  });

  it('says that the address is confirmed where the server knows more', async () => {
    api.current.on(resend, 200, { success: true, state: 'already-verified' });
    const { user } = renderApp('/dashboard');
    await user.click(await button());

    const told = await screen.findByText('Your address is confirmed');
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Send a new link' })).toBeNull();
  });

  it('learns of a link that was followed elsewhere when the person turns back to the page', async () => {
    renderApp('/dashboard');
    await button();
    api.current.on('GET /me', 200, { success: true, user: buildUser() });
    await turnToPage();

    expect(await screen.findByText('Your address is confirmed')).toBeVisible();
    expect(screen.queryByText('Confirm your email address')).toBeNull();
  });

  it('keeps the focus where a link was sent and followed elsewhere', async () => {
    api.current.on(resend, 200, { success: true, state: 'sent' });
    const { user } = renderApp('/dashboard');
    await user.click(await button());
    await screen.findByText('A new link is on its way');
    api.current.on('GET /me', 200, { success: true, user: buildUser() });
    await turnToPage();

    const told = await screen.findByText('Your address is confirmed');
    await waitFor(() => expect(told.closest('output')).toHaveFocus());
  });
});
