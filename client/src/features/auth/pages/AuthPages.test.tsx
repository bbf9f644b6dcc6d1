import { screen, waitFor, within } from '@testing-library/react';
import type { Session } from '@serene/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { accessToken } from '../../../lib/api/access-token.ts';
import { refresh } from '../../../lib/api/refresh.ts';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildExpert,
  buildSession,
  buildSlot,
  buildUser,
  now,
  otherUserId,
  startsAt,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const signedIn = { success: true, accessToken: 'access-token', user: buildUser() } as const;
const api = useTestApi((server) => {
  server.on('POST /auth/login', 200, signedIn);
  server.on('POST /auth/register', 201, signedIn);
  server.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
});
const submit = () => screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body;

/** A promise and what fulfils it. */
function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}

describe('/login', () => {
  it('signs in and goes to the sessions', async () => {
    const { user, location } = renderApp('/login');

    await user.type(await screen.findByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    expect(await screen.findByRole('heading', { name: 'My sessions' })).toBeVisible();
    expect(location()).toBe('/dashboard');
    expect(accessToken()).toBe('access-token');
    expect(await screen.findByRole('button', { name: 'Sign out' })).toBeVisible();
  });

  it('says what is wrong after sending, at the top and at each field, and keeps what was typed', async () => {
    const { user } = renderApp('/login');

    await user.type(await screen.findByLabelText('Email address'), 'asha');
    await user.click(submit());

    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    expect(screen.getByLabelText('Email address')).toBeInvalid();
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription(
      'Enter an email address like name@example.com',
    );
    expect(screen.getByLabelText('Email address')).toHaveValue('asha');
    await user.click(screen.getByRole('link', { name: 'Enter your password' }));
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it.each([
    ['INVALID_CREDENTIALS', {}, /don't match/],
    ['TOO_MANY_REQUESTS', { retryAfter: 60 }, 'Too many attempts. Wait 60 seconds.'],
  ] as const)('explains %s', async (code, details, text) => {
    api.current.fail('POST /auth/login', code, details);
    const { user } = renderApp('/login');

    await user.type(await screen.findByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong secret');
    await user.click(submit());

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('shows the password on request', async () => {
    const { user } = renderApp('/login');

    await user.click(await screen.findByRole('button', { name: 'Show password' }));

    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });
});

describe('/register', () => {
  it('makes an account with the zone, the language and the region of this browser and goes back to where the visitor was', async () => {
    const { user, location } = renderApp('/register?next=%2Fdashboard%3Ftab%3Dpast');

    await user.type(await screen.findByLabelText('Full name'), 'Asha Rao');
    await user.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    await waitFor(() => expect(location()).toBe('/dashboard?tab=past'));
    expect(api.current.calls('POST /auth/register')[0]?.body).toEqual({
      name: 'Asha Rao',
      email: 'asha@example.com',
      password: 'a long secret',
      timezone: 'Asia/Kolkata',
      locale: 'en-US',
    });
  });

  it('ties the server’s complaints to their fields', async () => {
    api.current.fail('POST /auth/register', 'EMAIL_IN_USE');
    const { user } = renderApp('/register');

    await user.type(await screen.findByLabelText('Full name'), 'Asha Rao');
    await user.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());

    await waitFor(() => expect(screen.getByLabelText('Email address')).toBeInvalid());
    expect(screen.getAllByText(/already has an account/)).toHaveLength(2);
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

  it('is not undone by a renewal that was under way', async () => {
    signInAs(api.current);
    api.current.on('POST /auth/logout', 200, { success: true });
    const { user } = renderApp('/dashboard');
    const signOut = await screen.findByRole('button', { name: 'Sign out' });
    const { promise: asked, resolve: answer } = withResolvers();
    api.current.on('POST /auth/refresh', 200, () => asked.then(() => signedIn));
    const renewal = refresh();

    await user.click(signOut);
    answer();
    await renewal;

    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible();
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

describe('another person at the same browser', () => {
  const ravi = buildUser({ id: otherUserId, name: 'Ravi Kumar', email: 'ravi@example.com' });
  const raviSignedIn = { success: true, accessToken: 'of-ravi', user: ravi } as const;
  const list = (sessions: Session[]) => ({ success: true as const, sessions, serverTime: now, nextCursor: null });
  const ofAsha = buildSession();
  const ofRavi = buildSession({ expert: { ...ofAsha.expert, name: 'Meera Iyer' } });

  /** Asha looks at her sessions, and her sign-in ends there. */
  const lookAsAsha = async () => {
    signInAs(api.current);
    api.current.on('GET /sessions', 200, list([ofAsha]));
    const app = renderApp('/dashboard');
    await screen.findByText(ofAsha.expert.name);
    api.current.fail('GET /sessions', 'UNAUTHENTICATED');
    return app;
  };

  it('never sees the sessions of the one whose sign-in the server ended', async () => {
    const { user, queryClient } = await lookAsAsha();
    api.current.fail('POST /auth/refresh', 'UNAUTHENTICATED');
    // The page looks again, as it does when its window is turned to.
    void queryClient.refetchQueries({ queryKey: ['sessions'] });
    await screen.findByRole('heading', { name: 'Sign in' });
    let release = () => {};
    api.current.on('GET /sessions', 200, () => new Promise((done) => (release = () => done(list([ofRavi])))));
    api.current.on('POST /auth/login', 200, raviSignedIn);

    await user.type(screen.getByLabelText('Email address'), 'ravi@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(submit());
    await screen.findByRole('heading', { name: 'My sessions' });

    expect(screen.queryByText(ofAsha.expert.name)).toBeNull();
    release();
    expect(await screen.findByText(ofRavi.expert.name)).toBeVisible();
  });

  it('is named before anything is shown to or done for them, when they signed in with another tab', async () => {
    const { user } = await lookAsAsha();
    api.current.on('POST /auth/refresh', 200, raviSignedIn);
    await user.click(screen.getByRole('tab', { name: 'Past' }));

    expect(await screen.findByRole('heading', { name: 'You are now signed in as Ravi Kumar' })).toHaveFocus();
    expect(within(screen.getByRole('banner')).getByText('Ravi Kumar')).toBeInTheDocument();
    expect(screen.queryByText(ofAsha.expert.name)).toBeNull();
    expect(api.current.calls('GET /sessions').map((call) => call.authorization)).not.toContain('Bearer of-ravi');
    api.current.on('GET /sessions', 200, list([ofRavi]));
    await user.click(screen.getByRole('button', { name: 'Continue as Ravi Kumar' }));

    expect(await screen.findByText(ofRavi.expert.name)).toBeVisible();
  });

  it('gets no booking that the one before asked for', async () => {
    signInAs(api.current);
    api.current.on('GET /experts/:id', 200, { success: true, expert: buildExpert() });
    api.current.fail('POST /payments/create-order', 'UNAUTHENTICATED');
    api.current.on('GET /experts/:id/availability', 200, {
      success: true,
      date: '2026-01-15',
      timezone: 'Asia/Kolkata',
      duration: 60,
      availableSlots: [buildSlot('14:00')],
      nextAvailableDate: null,
    });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const { user } = renderApp(
      `/experts/dr-sarah-khan?book=1&step=confirm&date=2026-01-15&duration=60&slot=${startsAt}`,
    );
    const pay = await screen.findByRole('button', { name: 'Proceed to Pay' });
    await screen.findByText('Asha Rao');
    api.current.on('POST /auth/refresh', 200, raviSignedIn);
    await user.click(pay);

    expect(await screen.findByRole('heading', { name: 'You are now signed in as Ravi Kumar' })).toBeVisible();
    expect(api.current.calls('POST /payments/create-order')).toHaveLength(1);
  });

  it('may leave at once', async () => {
    const { user, location } = await lookAsAsha();
    api.current.on('POST /auth/refresh', 200, raviSignedIn);
    api.current.on('POST /auth/logout', 200, { success: true });
    await user.click(screen.getByRole('tab', { name: 'Past' }));
    await screen.findByRole('heading', { name: 'You are now signed in as Ravi Kumar' });

    await user.click(screen.getByRole('button', { name: 'Sign out' }));

    expect(await screen.findByRole('heading', { name: 'A calm hour with the right person' })).toBeVisible();
    expect(location()).toBe('/');
  });

  it('stays the one who is shown when a change of the one before is refused', async () => {
    const { user } = await lookAsAsha();
    api.current.on('POST /auth/refresh', 200, raviSignedIn);
    api.current.fail('PATCH /me', 'UNAUTHENTICATED');

    await user.click(screen.getByRole('button', { name: /^Change time zone/ }));
    await user.type(await screen.findByRole('combobox'), 'london{Enter}');

    await screen.findByRole('heading', { name: 'You are now signed in as Ravi Kumar' });
    await waitFor(() => expect(within(screen.getByRole('banner')).queryByText('Asha Rao')).toBeNull());
    expect(within(screen.getByRole('banner')).getByText('Ravi Kumar')).toBeInTheDocument();
  });
});
