import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi, type TestApi } from '../../../testing/api.ts';
import {
  buildExpert,
  buildOrder,
  buildOrderStatus,
  buildPayment,
  buildSession,
  buildSessionType,
  buildSlot,
  buildUser,
  now,
  sessionAnswer,
  paymentId,
  startsAt,
} from '../../../testing/fixtures.ts';
import { installGateway, type TestGateway } from '../../../testing/gateway.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';
import { bookingPath } from '../wizard/write-address.ts';

function prepare(api: TestApi): void {
  const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 60, nextAvailableDate: null };
  api.on('GET /experts/:id', 200, { success: true, expert: buildExpert() });
  api.on('GET /experts/:id/available-dates', 200, { ...common, month: '2026-01', availableDates: ['2026-01-15'] });
  api.on('GET /experts/:id/availability', 200, {
    ...common,
    date: '2026-01-15',
    availableSlots: [buildSlot('14:00')],
  });
  api.on('POST /payments/create-order', 201, buildOrder());
  api.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
  api.on('POST /payments/verify', 200, { success: true, payment: buildPayment(), session: buildSession() });
  api.on('GET /sessions/:id', 200, sessionAnswer());
}

const api = useTestApi(prepare);
let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  gateway = installGateway();
});

const press = (label: string) => screen.findByRole('button', { name: label });
const confirmPath = bookingPath('dr-sarah-khan', { step: 'confirm', date: '2026-01-15', startsAt });

describe('the booking on a profile', () => {
  it('goes from the profile to the confirmation page', async () => {
    signInAs(api.current);
    const { user, location } = renderApp('/experts/dr-sarah-khan');

    await user.click(await press('Book Session'));
    await user.click(await press('Thursday, 15 January 2026, selected'));
    await user.click(await press('Next'));
    await user.click(await screen.findByRole('radio', { name: /^2:00 pm/ }));
    await user.click(await press('Next'));
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    expect(gateway.last().prefill).toEqual({
      name: 'Asha Rao',
      email: 'asha@example.com',
      contact: '+919876543210',
    });
    act(gateway.succeed);

    expect(await screen.findByRole('heading', { name: 'Booking confirmed' })).toHaveFocus();
    expect(location()).toBe(`/booking/success?sessionId=${buildSession().id}&paymentId=${buildSession().paymentId}`);
  });

  it('leaves no next time on the profile that was true before it', async () => {
    signInAs(api.current);
    const { user, goBack } = renderApp(confirmPath);
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    act(gateway.succeed);
    await screen.findByRole('heading', { name: 'Booking confirmed' });
    const before = api.current.calls('GET /experts/next-times').length;

    await goBack();

    await waitFor(() => expect(api.current.calls('GET /experts/next-times').length).toBe(before + 1));
  });

  it('keeps date, length and time in the address, and lands in the same step after a reload', async () => {
    const { user, location, unmount } = renderApp('/experts/dr-sarah-khan?book=1');
    await user.click(await press('Thursday, 15 January 2026, selected'));
    await user.click(await press('Next'));
    await user.click(await screen.findByRole('radio', { name: /^2:00 pm/ }));
    await user.click(await press('Next'));
    await screen.findByRole('heading', { name: 'Step 3 of 4: Confirm Booking' });
    const address = location();
    expect(address).toBe(confirmPath);

    unmount();
    renderApp(address);

    expect(await screen.findByRole('heading', { name: 'Step 3 of 4: Confirm Booking' })).toBeVisible();
    expect(screen.getByText('2:00 – 3:00 pm IST')).toBeVisible();
  });

  it('goes one step back with the browser’s back button', async () => {
    const { user, goBack } = renderApp('/experts/dr-sarah-khan?book=1');
    await user.click(await press('Thursday, 15 January 2026, selected'));
    await user.click(await press('Next'));
    await screen.findByRole('heading', { name: 'Step 2 of 4: Select Time' });

    await goBack();

    expect(await screen.findByRole('heading', { name: 'Step 1 of 4: Select Date' })).toBeVisible();
    expect(await press('Thursday, 15 January 2026, selected')).toBeVisible();
  });

  it('leads through sign-in back to the choice', async () => {
    api.current.on('POST /auth/login', 200, { success: true, accessToken: 'access-token', user: buildUser() });
    const { user, location } = renderApp(confirmPath);

    await user.click(await press('Proceed to Pay'));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    await user.type(screen.getByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body);

    expect(await screen.findByRole('heading', { name: 'Step 3 of 4: Confirm Booking' })).toBeVisible();
    expect(location()).toBe(confirmPath);
    expect(screen.getByText('The confirmation goes to asha@example.com.')).toBeVisible();
  });

  it('lands at the payment of the same order after a reload while paying', async () => {
    signInAs(api.current);
    renderApp(bookingPath('dr-sarah-khan', { step: 'payment', date: '2026-01-15', startsAt, paymentId }));

    expect(await press('Pay now')).toBeVisible();
    expect(api.current.calls('POST /payments/create-order')).toHaveLength(0);
  });

  it('goes to the failed page when a failed attempt was given up', async () => {
    signInAs(api.current);
    const { user, location } = renderApp(confirmPath);
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));

    act(() => gateway.failAttempt('card_declined'));
    act(() => gateway.dismiss());

    expect(await screen.findByRole('heading', { name: 'Your bank declined the payment' })).toBeVisible();
    expect(location()).toBe(`/booking/failed?error=card_declined&paymentId=${paymentId}`);
  });

  it('leads to the booking page, with the time kept, once the hour is not offered like that any more', async () => {
    signInAs(api.current);
    api.current.fail('POST /payments/create-order', 'OFFER_CHANGED', { details: { sessionTypes: [] } });
    api.current.on('GET /scheduling/session-types', 200, { success: true, sessionTypes: [buildSessionType()] });
    const { user, location } = renderApp(confirmPath);
    await user.click(await press('Proceed to Pay'));

    await user.click(await press('Choose again'));

    expect(await screen.findByRole('heading', { name: 'Step 1 of 3: Select Session Type' })).toBeVisible();
    expect(location()).toMatch(/^\/booking\/dr-sarah-khan\?/);
    await user.click(await screen.findByRole('radio', { name: /^Sleep consultation/ }));
    await user.click(await screen.findByRole('tab', { name: 'Confirm & Pay' }));
    expect(await screen.findByText('2:00 – 2:45 pm IST')).toBeVisible();
  });

  it('keeps the choices when it is closed', async () => {
    const { user, location } = renderApp(confirmPath);

    await user.click(await press('Close'));
    await waitFor(() => expect(location()).not.toContain('book=1'));
    await user.click(await press('Book Session'));

    expect(await press('Thursday, 15 January 2026, selected')).toBeVisible();
  });
});
