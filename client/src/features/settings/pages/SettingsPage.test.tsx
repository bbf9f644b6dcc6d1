import { screen, waitFor, within } from '@testing-library/react';
import type { User } from '@serene/shared/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildUser, expertId, now, userId } from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const token = 'a'.repeat(43);
const url = `https://serene.example.com/api/v1/feeds/${token}.ics`;
const newUrl = `https://serene.example.com/api/v1/feeds/${'b'.repeat(43)}.ics`;
const later = '2026-01-12T05:00:00.000Z';
const make = 'POST /me/calendar-feeds/:kind';
const revoke = 'DELETE /me/calendar-feeds/:kind';

const api = useTestApi((server) => {
  signInAs(server);
  server.on('GET /me', 200, { success: true, user: buildUser() });
  server.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: null, busy: null } });
  server.on('GET /me/sign-ins', 200, { success: true, signIns: [] });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const be = (user: User) => {
  signInAs(api.current, user);
  api.current.on('GET /me', 200, { success: true, user });
};
const serveFeed = () =>
  api.current.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: { createdAt: now }, busy: null } });
const card = async (name: string) => within(await screen.findByRole('region', { name }));
const feed = () => card('Your calendar feed');

describe('/settings', () => {
  it('is reached from the header, for everybody who is signed in', async () => {
    const { user } = renderApp('/');

    await user.click(await screen.findByRole('link', { name: 'Asha Rao Settings' }));

    await waitFor(async () => expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toHaveFocus());
    expect(screen.getByText('Signed in as Asha Rao, asha@example.com')).toBeVisible();
  });

  it('is reached from the menu on phones', async () => {
    const { user, location } = renderApp('/');
    await screen.findByRole('link', { name: 'Asha Rao Settings' });

    await user.click(screen.getByRole('button', { name: 'Menu' }));
    await user.click(screen.getByRole('link', { name: 'Settings' }));

    expect(location()).toBe('/settings');
  });

  it('asks a visitor to sign in and comes back', async () => {
    localStorage.removeItem('serene.signed-in');
    const { location } = renderApp('/settings');

    await waitFor(() => expect(location()).toBe('/login?next=%2Fsettings'));
  });

  it('offers another try when it cannot be loaded', async () => {
    api.current.fail('GET /me', 'INTERNAL');
    const { user } = renderApp('/settings');

    await screen.findByText('Your settings could not be loaded');
    api.current.on('GET /me', 200, { success: true, user: buildUser() });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('switch', { name: 'Remind me by email' })).toBeVisible();
  });
});

describe('reminders (E2)', () => {
  const reminders = () => screen.findByRole('switch', { name: 'Remind me by email' });

  it('are switched off, and that is said', async () => {
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ reminders: false }) });
    const { user } = renderApp('/settings');
    expect(await reminders()).toBeChecked();

    await user.click(await reminders());

    expect(await (await card('Reminders')).findByText('Saved')).toBeVisible();
    expect(await reminders()).not.toBeChecked();
    expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([{ reminders: false }]);
  });

  it('are shown as they are now, since the link of a mail may have switched them off', async () => {
    api.current.on('GET /me', 200, { success: true, user: buildUser({ reminders: false }) });
    renderApp('/settings');

    expect(await reminders()).not.toBeChecked();
  });

  it('stay as they were when that cannot be saved', async () => {
    api.current.fail('PATCH /me', 'INTERNAL');
    const { user } = renderApp('/settings');

    await user.click(await reminders());

    const alert = within(await (await card('Reminders')).findByRole('alert'));
    expect(alert.getByText('This could not be saved. Nothing was changed.')).toBeVisible();
    expect(alert.getByText('Something went wrong on our side. Try again in a moment.')).toBeVisible();
    expect(await reminders()).toBeChecked();
  });

  it('are changed by keyboard, and once while the answer is on its way', async () => {
    let answer = () => {};
    api.current.on('PATCH /me', 200, async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { success: true as const, user: buildUser({ reminders: false }) };
    });
    const { user } = renderApp('/settings');
    (await reminders()).focus();

    await user.keyboard(' ');
    await waitFor(async () => expect(await reminders()).not.toBeChecked());
    await user.keyboard(' ');
    answer();

    expect(await (await card('Reminders')).findByText('Saved')).toBeVisible();
    expect(await reminders()).toHaveFocus();
    expect(api.current.calls('PATCH /me')).toHaveLength(1);
  });
});

it('the time zone is changed for every page', async () => {
  api.current.on('PATCH /me', 200, { success: true, user: buildUser({ timezone: 'Europe/London' }) });
  api.current.on('GET /sessions', 200, { success: true, sessions: [], serverTime: now, nextCursor: null });
  const { user } = renderApp('/settings');

  await user.click((await card('Time zone')).getByRole('button', { name: /Kolkata/ }));
  await user.type(await screen.findByRole('combobox'), 'London{Enter}');

  expect(await (await card('Time zone')).findByText('Saved')).toBeVisible();
  expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([{ timezone: 'Europe/London' }]);
  await user.click(screen.getAllByRole('link', { name: 'My sessions' })[0] ?? document.body);
  expect(await screen.findByRole('button', { name: /Change time zone: London/ })).toBeVisible();
});

describe('the language of mails', () => {
  const option = async (name: string) => (await card('Email language')).findByRole('radio', { name });

  it('is changed, with the region of this browser', async () => {
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ locale: 'hi-US' }) });
    const { user } = renderApp('/settings');
    expect(await option('English')).toBeChecked();

    await user.click(await option('हिन्दी'));

    expect(await (await card('Email language')).findByText('Saved')).toBeVisible();
    expect(await option('हिन्दी')).toBeChecked();
    expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([{ locale: 'hi-US' }]);
  });

  it('wins over what was chosen for the app earlier and could not be saved', async () => {
    localStorage.setItem('serene.locale-unsaved', userId);
    api.current.fail('PATCH /me', 'INTERNAL');
    const { user } = renderApp('/settings');
    await option('English');
    await waitFor(() => expect(api.current.calls('PATCH /me')).toHaveLength(1));

    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ locale: 'hi-US' }) });
    await user.click(await option('हिन्दी'));

    expect(await (await card('Email language')).findByText('Saved')).toBeVisible();
    expect(localStorage.getItem('serene.locale-unsaved')).toBeNull();
    expect(api.current.calls('PATCH /me').map(({ body }) => body)).toEqual([{ locale: 'en-US' }, { locale: 'hi-US' }]);
  });

  it('stays as it was when that cannot be saved', async () => {
    api.current.fail('PATCH /me', 'INTERNAL');
    const { user } = renderApp('/settings');

    await user.click(await option('हिन्दी'));

    expect(await (await card('Email language')).findByRole('alert')).toBeVisible();
    expect(await option('English')).toBeChecked();
  });
});

describe('the calendar feed', () => {
  it('gets an address, which is shown once and can be copied', async () => {
    api.current.on(make, 201, { success: true, url, createdAt: now });
    const { user } = renderApp('/settings');

    await user.click(await (await feed()).findByRole('button', { name: 'Make an address' }));

    const notice = await (await feed()).findByText('Your address is ready');
    await waitFor(() => expect(notice.closest('output')).toHaveFocus());
    expect((await feed()).getByLabelText('Address')).toHaveValue(url);
    await user.click((await feed()).getByRole('button', { name: 'Copy' }));
    expect(await (await feed()).findByText('Copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(url);
    expect(api.current.calls(make).map(({ params }) => params)).toEqual([{ kind: 'sessions' }]);
  });

  it('says how to copy where the browser does not', async () => {
    api.current.on(make, 201, { success: true, url, createdAt: now });
    const { user } = renderApp('/settings');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));

    await user.click(await (await feed()).findByRole('button', { name: 'Make an address' }));
    await user.click(await (await feed()).findByRole('button', { name: 'Copy' }));

    expect(await (await feed()).findByText(/The address is selected/)).toBeVisible();
    expect((await feed()).getByLabelText('Address')).toHaveFocus();
  });

  it('says since when it is on; its address is not known any more', async () => {
    serveFeed();
    renderApp('/settings');

    expect(await (await feed()).findByText(/^On since Mon, 12 Jan\./)).toBeVisible();
    expect((await feed()).queryByLabelText('Address')).toBeNull();
  });

  it('gets a new address after a question, and the old one is gone', async () => {
    serveFeed();
    api.current.on(make, 201, { success: true, url: newUrl, createdAt: later });
    const { user } = renderApp('/settings');

    await user.click(await (await feed()).findByRole('button', { name: 'Make a new address' }));
    const question = within(screen.getByRole('alertdialog', { name: 'Make a new address?' }));
    expect(question.getByText(/The old address stops working right away/)).toBeVisible();
    expect(question.getByRole('button', { name: 'Keep the old one' })).toHaveFocus();
    await user.click(question.getByRole('button', { name: 'Make a new address' }));

    expect(await (await feed()).findByLabelText('Address')).toHaveValue(newUrl);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('keeps the address that is shown when the question is answered with no', async () => {
    api.current.on(make, 201, { success: true, url, createdAt: now });
    const { user } = renderApp('/settings');
    await user.click(await (await feed()).findByRole('button', { name: 'Make an address' }));

    await user.click(await (await feed()).findByRole('button', { name: 'Make a new address' }));
    await user.click(screen.getByRole('button', { name: 'Keep the old one' }));

    expect((await feed()).getByLabelText('Address')).toHaveValue(url);
    expect(api.current.calls(make)).toHaveLength(1);
  });

  it('does not show an address that another tab has replaced', async () => {
    api.current.on(make, 201, { success: true, url, createdAt: later });
    const { user, queryClient } = renderApp('/settings');
    await user.click(await (await feed()).findByRole('button', { name: 'Make an address' }));
    await (await feed()).findByLabelText('Address');

    serveFeed();
    await queryClient.invalidateQueries({ queryKey: ['calendar-feeds'] });

    await waitFor(async () => expect((await feed()).queryByLabelText('Address')).toBeNull());
  });

  it('is switched off after a question', async () => {
    serveFeed();
    api.current.on(revoke, 200, { success: true });
    const { user } = renderApp('/settings');

    await user.click(await (await feed()).findByRole('button', { name: 'Switch off' }));
    const question = within(screen.getByRole('alertdialog', { name: 'Switch off this calendar feed?' }));
    expect(question.getByRole('button', { name: 'Keep it on' })).toHaveFocus();
    await user.click(question.getByRole('button', { name: 'Switch off' }));

    expect(await (await feed()).findByText('The calendar feed is switched off')).toBeVisible();
    expect((await feed()).getByRole('button', { name: 'Make an address' })).toBeVisible();
  });

  it('counts as switched off when another tab was quicker', async () => {
    serveFeed();
    api.current.fail(revoke, 'NOT_FOUND');
    const { user } = renderApp('/settings');

    await user.click(await (await feed()).findByRole('button', { name: 'Switch off' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Switch off' }));

    expect(await (await feed()).findByText('The calendar feed is switched off')).toBeVisible();
  });

  it('explains a refusal, in the question as well, and asks again', async () => {
    api.current.fail(make, 'BUSY');
    const { user } = renderApp('/settings');

    await user.click(await (await feed()).findByRole('button', { name: 'Make an address' }));
    expect(await (await feed()).findByText("That didn't work. Nothing has changed.")).toBeVisible();
    api.current.on(make, 201, { success: true, url, createdAt: now });
    await user.click((await feed()).getByRole('button', { name: 'Make an address' }));
    await (await feed()).findByLabelText('Address');
    api.current.fail(revoke, 'INTERNAL');
    await user.click((await feed()).getByRole('button', { name: 'Switch off' }));
    const question = within(screen.getByRole('alertdialog'));
    await user.click(question.getByRole('button', { name: 'Switch off' }));

    expect(await question.findByText("That didn't work. Nothing has changed.")).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Keep it on' }));
    expect((await feed()).queryByRole('alert')).toBeNull();
    expect((await feed()).getByLabelText('Address')).toHaveValue(url);
  });

  it('can be asked for again when it could not be loaded', async () => {
    api.current.fail('GET /me/calendar-feeds', 'INTERNAL');
    const { user } = renderApp('/settings');

    await screen.findByText('Your calendar addresses could not be loaded');
    serveFeed();
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await (await feed()).findByText(/^On since/)).toBeVisible();
  });
});

describe('the feed of busy times', () => {
  it('is for experts', async () => {
    be(buildUser({ roles: ['customer', 'expert'], expertId, expertSlug: 'dr-sarah-khan' }));
    api.current.on(make, 201, { success: true, url, createdAt: now });
    const { user } = renderApp('/settings');

    await user.click(await (await card('Your busy times')).findByRole('button', { name: 'Make an address' }));

    expect(await (await card('Your busy times')).findByLabelText('Address')).toHaveValue(url);
    expect((await feed()).queryByLabelText('Address')).toBeNull();
    expect(api.current.calls(make).map(({ params }) => params)).toEqual([{ kind: 'busy' }]);
  });

  it('is not offered to others', async () => {
    renderApp('/settings');

    await (await feed()).findByRole('button', { name: 'Make an address' });
    expect(screen.queryByRole('region', { name: 'Your busy times' })).toBeNull();
  });
});
