import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../testing/api.ts';
import {
  buildExpert,
  buildPaymentDetails,
  buildSession,
  buildSlot,
  buildUser,
  expertId,
  now,
  startsAt,
} from '../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../testing/render.tsx';

const expert = buildExpert();
const dates = 'GET /experts/:id/available-dates';
const sessions = { success: true as const, sessions: [buildSession()], serverTime: now, nextCursor: null };
const api = useTestApi((server) => {
  server.on('GET /experts', 200, {
    success: true,
    experts: [expert],
    categories: [],
    currencies: ['INR'],
    currency: null,
    otherCurrencies: 0,
    total: 1,
    nextCursor: null,
  });
  server.on('GET /experts/:id', 200, { success: true, expert });
  server.on('GET /experts/next-times', 200, {
    success: true,
    experts: [{ expertId, sessionTypeId: null, duration: 60, startsAt: [startsAt] }],
  });
  server.on(dates, 200, month('UTC'));
  server.on('GET /experts/:id/availability', 200, day('UTC'));
  server.on('GET /me/sign-ins', 200, { success: true, signIns: [] });
  server.on('GET /sessions', 200, sessions);
  server.on('GET /sessions/:id', 200, { success: true, session: buildSession(), serverTime: now });
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
});

const machineZone = process.env['TZ'];
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(now), shouldAdvanceTime: true });
});
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

/** As the system is set that the browser runs on. */
function beIn(zone: string): void {
  localStorage.removeItem('serene.timezone');
  process.env['TZ'] = zone;
}

function month(timezone: string) {
  return {
    success: true as const,
    month: '2026-01',
    timezone,
    duration: 60 as const,
    availableDates: ['2026-01-15'],
    nextAvailableDate: null,
  };
}

function day(timezone: string) {
  const slots = [{ ...buildSlot('14:00'), time: '08:30' }];
  return {
    success: true as const,
    date: '2026-01-15',
    timezone,
    duration: 60 as const,
    availableSlots: slots,
    nextAvailableDate: null,
  };
}

const inUtc = /^We don't know your time zone, so times are shown in Coordinated Universal Time\. Choose yours:$/;
const notes = () => screen.findAllByText(/^We don't know your time zone/);

describe.each(['Nowhere/Zone', 'Mars/Olympus'])('a browser in %s', (zone) => {
  it.each(['/experts', '/experts/dr-sarah-khan', '/experts/dr-sarah-khan?book=1&step=select-date', '/register'])(
    'is shown UTC at %s, and told so',
    async (address) => {
      beIn(zone);
      renderApp(address);

      expect((await screen.findAllByText(inUtc))[0]).toBeVisible();
    },
  );

  it('is shown the times of a day in UTC', async () => {
    beIn(zone);
    renderApp('/experts/dr-sarah-khan?book=1&step=select-time&date=2026-01-15&duration=60');

    expect(await screen.findByRole('radio', { name: /^8:30 am to 9:30 am, Coordinated Universal Time/ })).toBeVisible();
  });

  it('registers in UTC', async () => {
    beIn(zone);
    const { user } = renderApp('/register');
    api.current.on('POST /auth/register', 201, { success: true, accessToken: 'access-token', user: buildUser() });

    await fillRegistration(user);

    await waitFor(() => expect(api.current.calls('POST /auth/register')).toHaveLength(1));
    expect(api.current.calls('POST /auth/register')[0]?.body).toMatchObject({ timezone: 'UTC' });
  });

  it('is asked nothing more once a zone was chosen', async () => {
    beIn(zone);
    const { user } = renderApp('/experts');
    await notes();

    await user.click(await screen.findByRole('button', { name: /^Change time zone: UTC/ }));
    await user.type(await screen.findByRole('combobox'), 'kathmandu{Enter}');

    await waitFor(() => expect(screen.queryByText(inUtc)).toBeNull());
    expect(await screen.findByText('Next: Thu, 15 Jan, 2:15 pm GMT+5:45')).toBeVisible();
  });
});

describe.each(['Asia/Calcuta', 'undefined', '{"zone":1}', '+05:30'])('a stored zone of %s', (stored) => {
  it('gives way to the zone of the browser, with a word about it', async () => {
    beIn('Asia/Kolkata');
    localStorage.setItem('serene.timezone', stored);
    renderApp('/experts');

    expect(await screen.findByText(/so times are shown in India Standard Time/)).toBeVisible();
    expect(await screen.findByText('Next: Thu, 15 Jan, 2:00 pm IST')).toBeVisible();
  });

  it.each(['/dashboard', '/settings', '/sessions/b1b2c3d4e5f60718293a4b5c'])(
    'in a profile lets %s work, and says so',
    async (address) => {
      const person = buildUser({ timezone: stored });
      beIn('Nowhere/Zone');
      signInAs(api.current, person);
      api.current.on('GET /me', 200, { success: true, user: person });
      api.current.on('GET /me/calendar-feeds', 200, { success: true, feeds: { sessions: null, busy: null } });
      renderApp(address);

      expect((await screen.findAllByText(inUtc))[0]).toBeVisible();
    },
  );
});

describe('a zone that only the browser knows', () => {
  const refusal = () =>
    Response.json(
      {
        success: false,
        error: {
          code: 'VALIDATION_FAILED',
          message: 'Check what was sent.',
          details: { issues: [{ in: 'query', path: 'timezone', message: 'must be a time zone like Asia/Kolkata' }] },
        },
      },
      { status: 400 },
    );

  it('is given up for UTC where the server refuses it', async () => {
    beIn('Antarctica/Troll');
    api.current.raw(dates, () => {
      const [asked] = api.current.calls(dates).slice(-1);
      return JSON.stringify(asked?.query).includes('Troll') ? refusal() : Response.json(month('UTC'));
    });
    renderApp('/experts/dr-sarah-khan?book=1&step=select-date');

    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(inUtc)).toBeVisible();
    expect(await dialog.findByRole('button', { name: 'Thursday, 15 January 2026, selected' })).toBeEnabled();
  });

  it('does not stand between a person and their account', async () => {
    beIn('Antarctica/Vostok');
    const { user } = renderApp('/register');
    api.current.raw('POST /auth/register', () => {
      const tries = api.current.calls('POST /auth/register').length;
      const signedIn = { success: true, accessToken: 'access-token', user: buildUser({ timezone: 'UTC' }) };
      return tries === 1 ? refusal() : Response.json(signedIn, { status: 201 });
    });

    await fillRegistration(user);

    expect(await screen.findByRole('heading', { name: 'My sessions' })).toBeVisible();
    const zones = api.current.calls('POST /auth/register').map(({ body }) => body);
    expect(zones).toMatchObject([{ timezone: 'Antarctica/Vostok' }, { timezone: 'UTC' }]);
  });
});

async function fillRegistration(user: ReturnType<typeof renderApp>['user']): Promise<void> {
  await user.type(await screen.findByLabelText('Full name'), 'Asha Rao');
  await user.type(screen.getByLabelText(/^E-?mail address/), 'asha@example.com');
  await user.type(screen.getByLabelText('Password'), 'a long enough secret');
  await user.click(screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body);
}
