import { onlineManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readCopy } from '../lib/offline-copy/storage.ts';
import { useTestApi } from '../testing/api.ts';
import { buildExpert, buildSession, buildUser, now } from '../testing/fixtures.ts';
import { renderApp, signInAs } from '../testing/render.tsx';
import { keepOfflineCopy, restoreOfflineCopy } from './offline-copy.ts';

const session = buildSession();
const api = useTestApi((server) => {
  server.on('GET /sessions', 200, { success: true, sessions: [session], serverTime: now, nextCursor: null });
  server.on('POST /auth/logout', 200, { success: true });
});
let stop = () => {};

afterEach(() => {
  stop();
  onlineManager.setOnline(true);
});

/** The sessions of a person, on a page that keeps its copy. */
async function openSessions() {
  signInAs(api.current);
  const app = renderApp('/dashboard');
  stop = keepOfflineCopy(app.queryClient);
  await screen.findByText(session.expert.name);
  return app;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const updated = (age: number) => `"dataUpdatedAt":${Date.now() - age}`;
const copy = () => JSON.stringify(readCopy() ?? null);

describe('the copy for reading without a connection', () => {
  it('shows the sessions again on a page that opens offline, and from when they are (C11)', async () => {
    const before = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.expert.name));
    before.unmount();

    onlineManager.setOnline(false);
    const { queryClient } = renderApp('/dashboard');
    await restoreOfflineCopy(queryClient);

    expect(await screen.findByText(session.expert.name)).toBeVisible();
    expect(await screen.findByText(/^You're offline. This page is from \d+:\d\d [ap]m IST/)).toBeVisible();
  });

  it('holds nothing of a person who has signed out', async () => {
    const { user, queryClient } = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.expert.name));

    await user.click(screen.getByRole('button', { name: 'Sign out' }));

    await screen.findByRole('link', { name: 'Sign in' });
    expect(copy()).not.toContain(session.reference);
    queryClient.setQueryData(['expert', 'dr-sarah-khan'], { success: true, expert: buildExpert() });
    await waitFor(() => expect(copy()).toContain('dr-sarah-khan'));
    expect(copy()).not.toContain(session.reference);
    expect(copy()).not.toContain(buildUser().email);
  });

  it('is dropped when the person signs out in another tab, which this page follows', async () => {
    const { location } = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.reference));

    localStorage.clear();
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'serene.signed-in', newValue: null })));

    await waitFor(() => expect(location()).toBe('/login?next=%2Fdashboard'));
    await waitFor(() => expect(readCopy()).toBeDefined());
    expect(copy()).not.toContain(session.reference);
    expect(copy()).not.toContain(buildUser().email);
  });

  it('is dropped when the server says that the sign-in has ended', async () => {
    const { queryClient } = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.reference));
    api.current.fail('GET /sessions', 'UNAUTHENTICATED');
    api.current.fail('POST /auth/refresh', 'UNAUTHENTICATED');

    await queryClient.refetchQueries();

    await waitFor(() => expect(copy()).not.toContain(session.reference));
    expect(copy()).not.toContain(buildUser().email);
  });

  it.each([
    ['a week and a minute old', 7 * day + minute],
    ['from a clock that was months ahead', -90 * day],
  ])('is not shown, and dropped, where it is %s', async (_what, age) => {
    const before = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.reference));
    before.unmount();
    stop();
    localStorage.setItem('serene.offline-copy.1', copy().replaceAll(/"dataUpdatedAt":\d+/g, updated(age)));

    onlineManager.setOnline(false);
    const { queryClient } = renderApp('/');
    await restoreOfflineCopy(queryClient);
    stop = keepOfflineCopy(queryClient);

    expect(queryClient.getQueryData(['me'])).not.toMatchObject({ email: buildUser().email });
    await waitFor(() => expect(copy()).not.toContain(session.reference));
  });

  it('is shown while it is not a week old', async () => {
    const before = await openSessions();
    await waitFor(() => expect(copy()).toContain(session.reference));
    before.unmount();
    stop();
    localStorage.setItem('serene.offline-copy.1', copy().replaceAll(/"dataUpdatedAt":\d+/g, updated(6 * day)));

    onlineManager.setOnline(false);
    const { queryClient } = renderApp('/dashboard');
    await restoreOfflineCopy(queryClient);

    expect(await screen.findByText(session.expert.name)).toBeVisible();
  });

  it('never holds free times or payments', async () => {
    const { queryClient } = await openSessions();

    queryClient.setQueryData(['times', 'expert', 'day', {}], { free: 'a free time' });
    queryClient.setQueryData(['payment', 'id'], { amount: 'a payment' });

    await waitFor(() => expect(copy()).toContain(session.reference));
    expect(copy()).not.toMatch(/a free time|a payment/);
  });

  it('passes over what is no copy', async () => {
    localStorage.setItem('serene.offline-copy.1', '{"queries":');
    const { queryClient } = renderApp('/');
    await restoreOfflineCopy(queryClient);

    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
  });
});
