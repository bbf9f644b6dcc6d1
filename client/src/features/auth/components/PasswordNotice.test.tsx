import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, now } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const weak = buildUser({ weakPassword: true });
const api = useTestApi((server) => {
  signInAs(server, weak);
  server.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
  server.on('GET /me', 200, { success: true, user: weak });
  server.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: null, busy: null } });
  server.on('GET /me/sign-ins', 200, { success: true, signIns: [] });
});

describe('the notice about a weak password', () => {
  it('leads from the sessions to the settings', async () => {
    renderApp('/dashboard');

    expect(await screen.findByText('Choose a stronger password')).toBeVisible();
    const link = screen.getByRole('link', { name: 'Change your password' });
    expect(link).toHaveAttribute('href', '/settings#password');
  });

  it('stands at the settings as well, where it needs no way there', async () => {
    renderApp('/settings');

    expect(await screen.findByText('Choose a stronger password')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Change your password' })).toBeNull();
  });

  it('does not trouble whose password is good', async () => {
    signInAs(api.current, buildUser());
    renderApp('/dashboard');

    await screen.findByText(/^No sessions yet/);
    expect(screen.queryByText('Choose a stronger password')).toBeNull();
  });
});
