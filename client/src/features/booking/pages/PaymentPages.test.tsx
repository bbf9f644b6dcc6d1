import type { ReportedPayment } from '@serene/shared/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildOrderStatus,
  buildPayment,
  buildSession,
  buildUser,
  now,
  sessionAnswer,
  orderId,
  paymentId,
  sessionId,
} from '../../../testing/fixtures.ts';
import { installGateway } from '../../../testing/gateway.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const api = useTestApi((server) => {
  server.on('GET /sessions/:id', 200, sessionAnswer());
  server.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
  server.fail('GET /payments/reported', 'NOT_FOUND');
});
const success = `/booking/success?sessionId=${sessionId}&paymentId=${paymentId}`;
const failed = (error: string) => `/booking/failed?error=${error}&paymentId=${paymentId}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

describe('/booking/success', () => {
  it('shows what was booked and what happens next', async () => {
    signInAs(api.current);
    renderApp(success);

    expect(await screen.findByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    const booking = within(screen.getByRole('region', { name: 'Your booking' }));
    expect(booking.getByText('Dr. Sarah Khan')).toBeVisible();
    expect(booking.getByText('Thursday, 15 January 2026')).toBeVisible();
    expect(booking.getByText('2:00 – 3:00 pm IST')).toBeVisible();
    expect(booking.getByText('₹1,500')).toBeVisible();
    expect(booking.getByText('SW-8F3K')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to dashboard' })).toHaveAttribute('href', '/dashboard');
    expect(document.title).toBe('Booking confirmed · Serene Wellbeing');
  });

  it.each([
    [[1440, 60], true, "We'll email you reminders 24 hours and 1 hour before the session."],
    [[60], true, "We'll email you a reminder 1 hour before the session."],
    [[2880, 30], true, "We'll email you reminders 2 days and 30 minutes before the session."],
    [[], true, null],
    [[1440, 60], false, null],
  ])(
    'promises the reminders that will come: %j minutes before, switched on: %s',
    async (before, reminders, promise) => {
      signInAs(api.current, buildUser({ reminders }));
      api.current.on('GET /sessions/:id', 200, sessionAnswer({ remindersBefore: before }));
      renderApp(success);

      const steps = within(await screen.findByRole('list', { name: '' }));
      expect(steps.queryByText(/reminder/)?.textContent ?? null).toBe(promise);
      expect(steps.getByText(/Join from/)).toBeVisible();
    },
  );

  it.each([
    [['Add to calendar', 'Apple and others (.ics file)'], 'GET /sessions/:id/calendar.ics', 'session-SW-8F3K.ics'],
    [['Download receipt'], 'GET /payments/:id/receipt', 'receipt-SW-8F3K.pdf'],
  ] as const)('hands out a file with the sign-in: %s', async ([label, choice], key, fileName) => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    signInAs(api.current);
    api.current.raw(key, () => new Response('content'));
    const { user } = renderApp(success);

    await user.click(await screen.findByRole('button', { name: label }));
    if (choice !== undefined) await user.click(await screen.findByRole('menuitem', { name: choice }));

    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.instances[0]).toMatchObject({ download: fileName });
    expect(api.current.calls(key)[0]?.authorization).toBe('Bearer access-token');
    saved.mockRestore();
  });

  it.each([
    ['Google Calendar', 'https://calendar.google.com', 'dates=20260115T083000Z%2F20260115T093000Z'],
    ['Outlook.com', 'https://outlook.live.com', 'startdt=2026-01-15T08%3A30%3A00.000Z'],
    ['Office 365', 'https://outlook.office.com', 'startdt=2026-01-15T08%3A30%3A00.000Z'],
    ['Yahoo Calendar', 'https://calendar.yahoo.com', 'st=20260115T083000Z'],
  ])('opens %s with the session filled in', async (name, origin, time) => {
    signInAs(api.current);
    const { user } = renderApp(success);

    await user.click(await screen.findByRole('button', { name: 'Add to calendar' }));

    const link = await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) });
    const address = new URL(link.getAttribute('href') ?? '');
    expect(address.origin).toBe(origin);
    expect(address.search).toContain(time);
    expect(address.search).toContain('Session%20with%20Dr.%20Sarah%20Khan');
    expect(address.search).toContain('SW-8F3K');
  });

  it('says when a file could not be had', async () => {
    signInAs(api.current);
    api.current.fail('GET /payments/:id/receipt', 'INTERNAL');
    const { user } = renderApp(success);

    await user.click(await screen.findByRole('button', { name: 'Download receipt' }));

    expect(await screen.findByText("We couldn't create the receipt")).toBeVisible();
  });

  it('does not call a request confirmed before the expert has accepted it', async () => {
    signInAs(api.current);
    api.current.on(
      'GET /sessions/:id',
      200,
      sessionAnswer({ status: 'pending', answerBy: '2026-01-13T04:00:00.000Z' }),
    );
    renderApp(success);

    expect(await screen.findByRole('heading', { name: 'Request sent' })).toBeVisible();
    expect(
      screen.getByText(
        "Dr. Sarah Khan answers by Tue, 13 Jan, 9:30 am IST. If they don't accept by then, you get the full ₹1,500 back automatically.",
      ),
    ).toBeVisible();
    expect(screen.getByText("As soon as Dr. Sarah Khan answers, we'll email asha@example.com.")).toBeVisible();
  });

  it('asks a visitor to sign in, and comes back', async () => {
    const { location } = renderApp(success);

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(location()).toBe(`/login?next=${encodeURIComponent(success)}`);
  });

  it('says that a booking does not exist', async () => {
    signInAs(api.current);
    api.current.fail('GET /sessions/:id', 'NOT_FOUND');
    renderApp(success);

    expect(await screen.findByRole('heading', { name: 'This booking was not found' })).toBeVisible();
  });

  it('offers another try when the booking cannot be loaded', async () => {
    signInAs(api.current);
    api.current.fail('GET /sessions/:id', 'INTERNAL');
    const { user } = renderApp(success);

    await screen.findByText("We couldn't load your booking. Check your email before you pay again.");
    api.current.on('GET /sessions/:id', 200, sessionAnswer());
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  });
});

describe('/booking/failed', () => {
  it.each([
    ['insufficient_funds', 'Not enough balance'],
    ['card_declined', 'Your bank declined the payment'],
    ['authentication_failed', 'We could not verify the payment'],
    ['payment_timed_out', 'The payment took too long'],
    ['payment_cancelled', 'Payment not finished'],
    ['card_number_invalid', "This card can't be used"],
  ])('has words for %s', async (error, title) => {
    signInAs(api.current);
    renderApp(failed(error));

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });

  it('never shows the text of the address (C3)', async () => {
    renderApp(`/booking/failed?error=${encodeURIComponent('Call 0900 123 now')}`);

    expect(await screen.findByRole('heading', { name: 'The payment service had a problem' })).toBeVisible();
    expect(screen.queryByText(/0900/)).toBeNull();
    expect(screen.getAllByRole('link', { name: 'Contact support' })[0]).toHaveAttribute(
      'href',
      expect.stringContaining('mailto:support@example.com'),
    );
  });

  it('pays the same order once more while its hold stands', async () => {
    signInAs(api.current);
    const gateway = installGateway();
    api.current.on('POST /payments/verify', 200, { success: true, payment: buildPayment(), session: buildSession() });
    const { user, location } = renderApp(failed('card_declined'));

    expect(await screen.findByText('Thu, 15 Jan, 2:00 pm IST is held for you until 9:40 am.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(gateway.last().order_id).toBe(orderId));
    act(gateway.succeed);

    await waitFor(() => expect(location()).toBe(success));
  });

  it('offers to hold the time again once the hold has ended', async () => {
    signInAs(api.current);
    const order = buildOrderStatus({ status: 'expired', holdExpiresAt: null });
    api.current.on('GET /payments/orders/:id', 200, { success: true, order });
    renderApp(failed('payment_timed_out'));

    expect(await screen.findByRole('link', { name: 'Hold it again' })).toHaveAttribute(
      'href',
      expect.stringContaining('/experts/dr-sarah-khan?book=1&step=confirm&date=2026-01-15&duration=60&slot='),
    );
    expect(screen.getByRole('link', { name: 'Back to profile' })).toHaveAttribute('href', '/experts/dr-sarah-khan');
    expect(screen.getByRole('link', { name: 'Choose another time' })).toBeVisible();
  });

  it('says that the booking is paid already (C4)', async () => {
    signInAs(api.current);
    const order = buildOrderStatus({ status: 'success', holdExpiresAt: null, session: buildSession() });
    api.current.on('GET /payments/orders/:id', 200, { success: true, order });
    renderApp(failed('payment_failed'));

    expect(await screen.findByRole('heading', { name: 'This booking is already paid' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'View booking' })).toHaveAttribute('href', success);
  });

  it('says what becomes of money that came too late (C6)', async () => {
    signInAs(api.current);
    const order = buildOrderStatus({
      status: 'refund_pending',
      holdExpiresAt: null,
      refund: { amount: 1500, amountMinor: 150_000, status: 'queued', reason: 'slot-lost' },
    });
    api.current.on('GET /payments/orders/:id', 200, { success: true, order });
    renderApp(failed('payment_failed'));

    expect(await screen.findByText(/Your full refund of ₹1,500 has started/)).toBeVisible();
  });

  it('offers another try when the order cannot be loaded', async () => {
    signInAs(api.current);
    api.current.fail('GET /payments/orders/:id', 'INTERNAL');
    const { user } = renderApp(failed('card_declined'));

    await screen.findByText('Your order could not be loaded');
    api.current.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('says that another amount arrived than the price, and nothing of a hold that ended (M2)', async () => {
    signInAs(api.current);
    const order = buildOrderStatus({
      refund: { amount: 900, amountMinor: 90_000, status: 'queued', reason: 'mismatch' },
    });
    api.current.on('GET /payments/orders/:id', 200, { success: true, order });
    renderApp(failed('payment_returned'));

    expect(await screen.findByRole('heading', { name: "The amount paid doesn't match the price" })).toBeVisible();
    expect(screen.getByText(/Your full refund of ₹900 has started/)).toBeVisible();
    expect(screen.queryByText(/hold ended|held for you/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('waits for a payment that was reported and not decided yet, and goes on to the booking', async () => {
    signInAs(api.current);
    const { location } = renderApp(failed('payment_pending'));

    expect(await screen.findByText('Payment received, confirming your session')).toBeVisible();
    expect(screen.getByText(/Do not pay again/)).toBeVisible();
    const order = buildOrderStatus({ status: 'success', holdExpiresAt: null, session: buildSession() });
    api.current.on('GET /payments/orders/:id', 200, { success: true, order });

    await waitFor(() => expect(location()).toBe(success));
  });

  it('does not tell whose an order is that belongs to another account', async () => {
    signInAs(api.current);
    api.current.fail('GET /payments/orders/:id', 'NOT_FOUND');
    renderApp(failed('card_declined'));

    expect(await screen.findByText(/belongs to another account/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Your bank declined the payment' })).toBeVisible();
  });
});

describe('a browser that reported a payment and is signed in as nobody', () => {
  const paid = { amount: 1500, currency: 'INR', reference: 'SW-8F3K' };
  const told = (payment: Partial<ReportedPayment>) =>
    api.current.on('GET /payments/reported', 200, {
      success: true,
      payment: { ...paid, outcome: 'booked', ...payment },
    });

  it.each([
    ['booked', 'Booking confirmed'],
    ['requested', 'Request sent'],
    ['cancelled', 'This session was cancelled'],
    ['pending', 'Payment received, confirming your session'],
    ['returned', 'Your payment arrived after the hold ended'],
  ] as const)('is told when it is %s, and can sign in', async (outcome, title) => {
    told({ outcome });
    renderApp(success);

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    const next = encodeURIComponent(success);
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      `/login?next=${next}`,
    );
    expect(screen.queryByText('Dr. Sarah Khan')).toBeNull();
  });

  it('hears of the refund on the page of the failed payment too', async () => {
    told({
      outcome: 'returned',
      reference: null,
      refund: { amount: 1500, amountMinor: 150_000, status: 'queued', reason: 'slot-lost' },
    });
    renderApp(failed('payment_returned'));

    expect(await screen.findByText(/Your full refund of ₹1,500 has started/)).toBeVisible();
  });

  it('is told of the booking also where somebody else is signed in', async () => {
    signInAs(api.current);
    api.current.fail('GET /sessions/:id', 'NOT_FOUND');
    told({});
    renderApp(success);

    expect(await screen.findByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    expect(screen.getByText('Reference SW-8F3K')).toBeVisible();
  });

  it('reads why a payment failed, though it reported none', async () => {
    renderApp(failed('card_declined'));

    expect(await screen.findByRole('heading', { name: 'Your bank declined the payment' })).toBeVisible();
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'Sign in' })).toBeVisible();
  });
});
