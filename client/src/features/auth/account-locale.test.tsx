import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useTestApi } from '../../testing/api.ts';
import { buildUser, otherUserId, userId } from '../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../testing/render.tsx';
import { keepLocale } from '../../lib/messages/locale.ts';
import { saveLocale } from './api/save-locale.ts';

const unsaved = 'serene.locale-unsaved';
const api = useTestApi();

/** The home page of a person, with what it asked the server to change. */
async function visitAs(user = buildUser()) {
  signInAs(api.current, user);
  renderApp('/');
  await screen.findByRole('link', { name: 'Asha Rao Settings' });
  return () => api.current.calls('PATCH /me').map(({ body }) => body);
}

const accept = () => api.current.on('PATCH /me', 200, { success: true, user: buildUser({ locale: 'en-US' }) });

it('an account without a language gets that of the app, once', async () => {
  accept();

  const changes = await visitAs(buildUser({ locale: null }));

  await waitFor(() => expect(changes()).toEqual([{ locale: 'en-US' }]));
});

it.each([userId, '?'])('a language that was chosen for the app becomes that of the mails (%s)', async (chooser) => {
  accept();
  localStorage.setItem(unsaved, chooser);

  const changes = await visitAs(buildUser({ locale: 'hi-IN' }));

  await waitFor(() => expect(localStorage.getItem(unsaved)).toBeNull());
  expect(changes()).toEqual([{ locale: 'en-US' }]);
});

it('keeps what somebody else chose for the app', async () => {
  accept();
  localStorage.setItem(unsaved, otherUserId);

  signInAs(api.current);

  await saveLocale(new QueryClient(), buildUser({ locale: null }));

  expect(api.current.calls('PATCH /me')).toHaveLength(1);
  expect(localStorage.getItem(unsaved)).toBe(otherUserId);
});

it('is the one that was chosen, also when another tab still speaks the other one', async () => {
  accept();
  signInAs(api.current);
  keepLocale('hi');

  await saveLocale(new QueryClient(), buildUser());

  expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([{ locale: 'hi-US' }]);
});

it('is not saved for somebody else, who signed in meanwhile', async () => {
  signInAs(api.current, buildUser({ id: otherUserId }));

  await saveLocale(new QueryClient(), buildUser({ locale: null }));

  expect(api.current.calls('PATCH /me')).toHaveLength(0);
});

it('is tried again on the next visit where it could not be saved', async () => {
  api.current.fail('PATCH /me', 'INTERNAL');
  localStorage.setItem(unsaved, userId);

  const changes = await visitAs(buildUser({ locale: 'hi-IN' }));

  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(localStorage.getItem(unsaved)).toBe(userId);
});

it.each([null, otherUserId])('leaves the account alone where nothing was chosen by its owner (%s)', async (chooser) => {
  if (chooser !== null) localStorage.setItem(unsaved, chooser);

  const changes = await visitAs(buildUser({ locale: 'hi-IN' }));
  // What would save it is loaded when it is needed: by now it would have been, and would have asked.
  await import('./api/save-locale.ts');
  await new Promise((resolve) => setTimeout(resolve));

  expect(changes()).toEqual([]);
});
