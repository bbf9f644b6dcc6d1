import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessToken } from '../../../lib/api/access-token.ts';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, now } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const signedIn = { success: true, accessToken: 'access-token', user: buildUser() } as const;
const api = useTestApi((server) => {
  server.on('POST /auth/login', 200, signedIn);
  server.on('POST /auth/register', 201, signedIn);
  server.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
});
const submit = () => screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body;

describe('/login', () => {
  it('signs in and goes to the sessions', async () => {
    const { user, location } = renderApp('/login');

    await user.type(screen.getByLabelText('E-mail address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    expect(await screen.findByRole('heading', { name: 'My sessions' })).toBeVisible();
    expect(location()).toBe('/dashboard');
    expect(accessToken()).toBe('access-token');
    expect(await screen.findByRole('button', { name: 'Sign out' })).toBeVisible();
  });

  it('says what is wrong after sending, at the top and at each field, and keeps what was typed', async () => {
    const { user } = renderApp('/login');

    await user.type(screen.getByLabelText('E-mail address'), 'asha');
    await user.click(submit());

    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    expect(screen.getByLabelText('E-mail address')).toBeInvalid();
    expect(screen.getByLabelText('E-mail address')).toHaveAccessibleDescription(
      'Enter an e-mail address like name@example.com',
    );
    expect(screen.getByLabelText('E-mail address')).toHaveValue('asha');
    await user.click(screen.getByRole('link', { name: 'Enter your password' }));
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it.each([
    ['INVALID_CREDENTIALS', {}, /do not belong together/],
    ['TOO_MANY_REQUESTS', { retryAfter: 60 }, 'Too many tries. Wait 60 seconds.'],
  ] as const)('explains %s', async (code, details, text) => {
    api.current.fail('POST /auth/login', code, details);
    const { user } = renderApp('/login');

    await user.type(screen.getByLabelText('E-mail address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong secret');
    await user.click(submit());

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('shows the password on request', async () => {
    const { user } = renderApp('/login');

    await user.click(screen.getByRole('button', { name: 'Show password' }));

    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });
});

describe('/register', () => {
  it('makes an account with the zone of this browser and goes back to where the visitor was', async () => {
    const { user, location } = renderApp('/register?next=%2Fdashboard%3Ftab%3Dpast');

    await user.type(screen.getByLabelText('Full name'), 'Asha Rao');
    await user.type(screen.getByLabelText('E-mail address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    await waitFor(() => expect(location()).toBe('/dashboard?tab=past'));
    expect(api.current.calls('POST /auth/register')[0]?.body).toEqual({
      name: 'Asha Rao',
      email: 'asha@example.com',
      password: 'a long secret',
      timezone: 'Asia/Kolkata',
    });
  });

  it('ties the server’s complaints to their fields', async () => {
    api.current.fail('POST /auth/register', 'EMAIL_IN_USE');
    const { user } = renderApp('/register');

    await user.type(screen.getByLabelText('Full name'), 'Asha Rao');
    await user.type(screen.getByLabelText('E-mail address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    await waitFor(() => expect(screen.getByLabelText('E-mail address')).toBeInvalid());
    expect(screen.getAllByText(/There is already an account/)).toHaveLength(2);
  });
});

describe('signing out', () => {
  it('ends the sign-in here and at the server', async () => {
    signInAs(api.current);
    api.current.on('POST /auth/logout', 200, { success: true });
    const { user, location } = renderApp('/dashboard');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible();
    await waitFor(() => expect(location()).toBe('/'));
    expect(accessToken()).toBeUndefined();
  });

  it('follows by itself when the server refuses to renew the sign-in (A1)', async () => {
    signInAs(api.current);
    api.current.fail('POST /auth/refresh', 'UNAUTHENTICATED');
    const { location } = renderApp('/dashboard');

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(location()).toBe('/login?next=%2Fdashboard');
  });
});
