import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessToken } from '../../../lib/api/access-token.ts';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, now } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const [laptopId, phoneId] = ['65f0c0ffee0000000000000a', '65f0c0ffee0000000000000b'];
const laptop = { id: laptopId, browser: 'Firefox', system: 'Windows', signedInAt: now, lastUsedAt: now, current: true };
const phone = { id: phoneId, browser: 'Chrome', system: 'Android', signedInAt: now, lastUsedAt: now, current: false };

const api = useTestApi((server) => {
  signInAs(server);
  server.on('GET /me', 200, { success: true, user: buildUser() });
  server.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: null, busy: null } });
  server.on('GET /me/sign-ins', 200, { success: true, signIns: [laptop, phone] });
});
const card = async (name: string) => within(await screen.findByRole('region', { name }));

describe('name and phone number', () => {
  const details = () => card('Your details');
  const save = async () => (await details()).getByRole('button', { name: 'Save details' });

  it('are saved, and the header shows the new name at once', async () => {
    const changed = buildUser({ name: 'Meera Joshi', phone: '+919876543210' });
    api.current.on('PATCH /me', 200, { success: true, user: changed });
    const { user } = renderApp('/settings');
    const name = await (await details()).findByLabelText('Full name');

    await user.clear(name);
    await user.type(name, 'Meera Joshi');
    await user.clear((await details()).getByLabelText('Phone number (optional)'));
    await user.type((await details()).getByLabelText('Phone number (optional)'), '0091 (98765) 432-10');
    await user.click(await save());

    expect(await (await details()).findByText('Saved')).toBeVisible();
    expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([
      { name: 'Meera Joshi', phone: '+919876543210' },
    ]);
    expect(screen.getByRole('link', { name: 'Meera Joshi Settings' })).toBeVisible();
  });

  it('takes the phone number away where the field is emptied', async () => {
    api.current.on('GET /me', 200, { success: true, user: buildUser({ phone: '+919876543210' }) });
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ phone: null }) });
    const { user } = renderApp('/settings');

    await user.clear(await (await details()).findByLabelText('Phone number (optional)'));
    await user.click(await save());

    await (await details()).findByText('Saved');
    expect(api.current.calls('PATCH /me')[0]?.body).toMatchObject({ phone: null });
  });

  it.each(['98765 43210', '+0123456789', 'call me'])('says how a number is written: %s', async (number) => {
    const { user } = renderApp('/settings');
    const field = await (await details()).findByLabelText('Phone number (optional)');

    await user.clear(field);
    await user.type(field, number);
    await user.click(await save());

    expect(field).toHaveAccessibleDescription(/Start with \+ and the country code/);
    expect(api.current.calls('PATCH /me')).toHaveLength(0);
  });

  it('stay as they were where they cannot be saved', async () => {
    api.current.fail('PATCH /me', 'INTERNAL');
    const { user } = renderApp('/settings');
    await (await details()).findByLabelText('Full name');

    await user.click(await save());

    expect(await (await details()).findByText('This could not be saved. Nothing was changed.')).toBeVisible();
  });
});

describe('the password', () => {
  const change = 'POST /auth/change-password';
  const fill = async (current: string, next: string) => {
    const app = renderApp('/settings');
    await app.user.type(await (await card('Password')).findByLabelText('Current password'), current);
    await app.user.type((await card('Password')).getByLabelText('New password'), next);
    await app.user.click((await card('Password')).getByRole('button', { name: 'Change password' }));
    return app;
  };

  it('is changed by the current one, and this page stays signed in', async () => {
    api.current.on(change, 200, { success: true, accessToken: 'of-the-new-sign-in', user: buildUser() });

    await fill('the old long secret', 'a new long secret');

    expect(await (await card('Password')).findByText('Your password was changed')).toBeVisible();
    expect(accessToken()).toBe('of-the-new-sign-in');
    expect((await card('Password')).getByLabelText('Current password')).toHaveValue('');
  });

  it('is refused at its field where the current one is wrong, once', async () => {
    api.current.fail(change, 'INVALID_CREDENTIALS');

    await fill('not the one', 'a new long secret');

    await waitFor(async () =>
      expect((await card('Password')).getByLabelText('Current password')).toHaveAccessibleDescription(
        /This isn't your current password/,
      ),
    );
    expect(api.current.calls(change)).toHaveLength(1);
  });

  it('must be long enough', async () => {
    await fill('the old long secret', 'short');

    expect((await card('Password')).getByLabelText('New password')).toHaveAccessibleDescription(/at least 12/i);
    expect(api.current.calls(change)).toHaveLength(0);
  });
});

describe('the signed-in devices', () => {
  const devices = () => card('Signed-in devices');

  it('are named, and the one in use is marked and has no button', async () => {
    renderApp('/settings');

    const rows = await (await devices()).findAllByRole('listitem');

    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Firefox on WindowsThis device/),
      expect.stringMatching(/^Chrome on AndroidSigned in /),
    ]);
    expect((await devices()).getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Sign out',
      'Sign out everywhere',
    ]);
  });

  it('are unknown where the browser did not tell', async () => {
    const unknown = { ...phone, browser: null, system: null };
    api.current.on('GET /me/sign-ins', 200, { success: true, signIns: [laptop, unknown] });
    renderApp('/settings');

    expect(await (await devices()).findByText('Unknown device')).toBeVisible();
  });

  it.each(['done', 'gone already'])('are one less after "Sign out": %s', async (outcome) => {
    if (outcome === 'done') api.current.on('DELETE /me/sign-ins/:id', 200, { success: true });
    else api.current.fail('DELETE /me/sign-ins/:id', 'NOT_FOUND');
    const { user } = renderApp('/settings');

    await user.click(await (await devices()).findByRole('button', { name: 'Sign out: Chrome on Android' }));

    expect(await (await devices()).findByText('The device was signed out')).toBeVisible();
    expect((await devices()).getAllByRole('listitem')).toHaveLength(1);
    expect(api.current.calls('DELETE /me/sign-ins/:id')[0]?.params).toEqual({ id: phoneId });
  });

  it('are all signed out after a question, and the page asks to sign in', async () => {
    api.current.on('DELETE /me/sign-ins', 200, { success: true });
    const { user, location } = renderApp('/settings');

    await user.click(await (await devices()).findByRole('button', { name: 'Sign out everywhere' }));
    const question = within(screen.getByRole('alertdialog', { name: 'Sign out everywhere?' }));
    expect(question.getByRole('button', { name: 'Stay signed in' })).toHaveFocus();
    await user.click(question.getByRole('button', { name: 'Sign out everywhere' }));

    await waitFor(() => expect(location()).toBe('/login?next=%2Fsettings'));
    expect(accessToken()).toBeUndefined();
  });

  it('can be asked for again where they could not be loaded', async () => {
    api.current.fail('GET /me/sign-ins', 'INTERNAL');
    const { user } = renderApp('/settings');
    await screen.findByText('Your devices could not be loaded');

    api.current.on('GET /me/sign-ins', 200, { success: true, signIns: [laptop] });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await (await devices()).findByText('Firefox on Windows')).toBeVisible();
  });
});
