import type { Booking } from '@serene/shared/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kept } from '../../../lib/guarded/storage.ts';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildBooking,
  buildOrder,
  buildOrderStatus,
  buildPayment,
  buildPaymentDetails,
  buildSession,
  now,
  paymentId,
  sessionAnswer,
  sessionId,
  sessionTypeId,
} from '../../../testing/fixtures.ts';
import { installGateway, type TestGateway } from '../../../testing/gateway.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const one = 'GET /scheduling/bookings/:id';
const retry = 'POST /scheduling/bookings/:id/retry';
const newId = 'b9b2c3d4e5f60718293a4b5c';
const answer = (overrides: Partial<Booking> = {}) => ({
  success: true as const,
  booking: buildBooking(overrides),
  serverTime: now,
});
const lapsed: Partial<Booking> = { status: 'CANCELLED', paymentStatus: 'UNPAID', holdExpiresAt: undefined };
const confirmed: Partial<Booking> = { status: 'CONFIRMED', paymentStatus: 'PAID', reference: 'SW-8F3K' };
const api = useTestApi((server) => {
  signInAs(server);
  server.on(one, 200, answer());
  server.on('GET /sessions/:id', 200, sessionAnswer());
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
  server.on('POST /payments/create-order', 201, buildOrder({ amount: 1200, amountMinor: 120_000 }));
  server.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
  server.on('POST /payments/verify', 200, { success: true, payment: buildPayment(), session: buildSession() });
});
let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  gateway = installGateway();
});
afterEach(() => {
  sessionStorage.clear();
});

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = (name: string) => screen.findByRole('button', { name });
const link = (name: string) => screen.findByRole('link', { name });
const confirmation = `/booking/confirmation?bookingId=${sessionId}`;
const payPage = `/bookings/${sessionId}/pay`;

describe('/booking/confirmation', () => {
  it('shows a time that is held: until when, what it costs, and the way to pay', async () => {
    renderApp(confirmation);

    expect(await heading('Your time is held')).toBeVisible();
    expect(screen.getByText(/^Thu, 15 Jan, 2:00 pm IST is held for you until 9:40 am/)).toBeVisible();
    expect(screen.getByText('Sleep consultation')).toBeVisible();
    expect(screen.getByText('Not paid yet')).toBeVisible();
    expect(await link('Pay now')).toHaveAttribute('href', payPage);
  });

  it('turns into the booked session as soon as the money is here', async () => {
    let isPaid = false;
    api.current.on(one, 200, () => answer(isPaid ? confirmed : {}));
    renderApp(confirmation);
    await heading('Your time is held');

    isPaid = true;

    expect(await heading('Booking confirmed')).toBeVisible();
    expect(screen.getByText('What happens next')).toBeVisible();
  });

  it('waits where the gateway says, on the way back, that it was paid', async () => {
    renderApp(`${confirmation}&session_id=cs_test_1&status=success`);

    expect(await screen.findByText('Payment received, confirming your session')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Pay now' })).toBeNull();
  });

  it('says that a payment failed, with the hold and another try', async () => {
    api.current.on(one, 200, answer({ paymentStatus: 'FAILED' }));
    renderApp(confirmation);

    expect(await heading("The payment didn't go through")).toBeVisible();
    expect(screen.getByText('Payment failed')).toBeVisible();
    expect(await link('Pay now')).toBeVisible();
  });

  it('holds the time again once the hold is gone, as a new booking', async () => {
    api.current.on(one, 200, ({ params }) =>
      JSON.stringify(params).includes(newId) ? answer({ id: newId }) : answer(lapsed),
    );
    api.current.on(retry, 201, answer({ id: newId }));
    const { user, location } = renderApp(confirmation);
    expect(await heading('Your hold has ended')).toBeVisible();

    await user.click(await press('Hold it again'));

    expect(await heading('Pay for your session with Dr. Sarah Khan')).toBeVisible();
    expect(location()).toBe(`/bookings/${newId}/pay`);
  });

  it.each([
    ['SLOT_TAKEN', 'That time was just booked'],
    ['OFFER_CHANGED', 'This session has changed or is no longer offered'],
    ['TOO_MANY_REQUESTS', 'Your time could not be held again'],
  ] as const)('says why the time cannot be held again: %s', async (code, title) => {
    api.current.on(one, 200, answer(lapsed));
    api.current.fail(retry, code);
    const { user } = renderApp(confirmation);

    await user.click(await press('Hold it again'));

    expect(await screen.findByText(title)).toBeVisible();
    const another = await link('Choose another time');
    expect(another.getAttribute('href')).toContain(`/booking/dr-sarah-khan?`);
    expect(another.getAttribute('href')).toContain(`type=${sessionTypeId}`);
  });

  it('says what becomes of money that came when the time was gone', async () => {
    api.current.on(one, 200, answer({ ...lapsed, paymentStatus: 'PAID', refundPending: true }));
    renderApp(confirmation);

    expect(await heading('Your payment arrived after the hold ended')).toBeVisible();
    expect(screen.getByText(/Your full refund of ₹1,200 has started/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hold it again' })).toBeNull();
  });

  it('shows a request that waits for the expert', async () => {
    api.current.on(one, 200, answer({ paymentStatus: 'PAID', awaiting: 'approval', reference: 'SW-8F3K' }));
    api.current.on(
      'GET /sessions/:id',
      200,
      sessionAnswer({ status: 'pending', answerBy: '2026-01-13T04:00:00.000Z' }),
    );
    renderApp(confirmation);

    expect(await heading('Request sent')).toBeVisible();
  });

  it('leads to one’s own sessions from a booking that is not one’s own', async () => {
    api.current.fail(one, 'NOT_FOUND');
    renderApp(confirmation);

    expect(await heading("We can't tell which booking this is")).toBeVisible();
    expect(await link('Go to dashboard')).toHaveAttribute('href', '/dashboard');
  });

  it('offers another try when the booking cannot be loaded', async () => {
    api.current.fail(one, 'INTERNAL');
    const { user } = renderApp(confirmation);
    await screen.findByText(/^We couldn't load your booking/);

    api.current.on(one, 200, answer());
    await user.click(await press('Retry'));

    expect(await heading('Your time is held')).toBeVisible();
  });
});

describe('an older address of it', () => {
  it.each(['/booking/success?session_id=cs_test_1', '/booking/success?sessionId=cs_test_1', '/booking/cancel'])(
    '%s tells of the booking whose checkout this browser opened last',
    async (address) => {
      kept.write('serene.last-checkout', sessionId);
      api.current.on(one, 200, answer(confirmed));
      renderApp(address);

      expect(await heading('Booking confirmed')).toBeVisible();
    },
  );

  it('leads to one’s own sessions where this browser opened none', async () => {
    renderApp('/booking/cancel');

    expect(await heading("We can't tell which booking this is")).toBeVisible();
  });

  it('changes nothing when the checkout was cancelled: the time can still be paid', async () => {
    renderApp(`/booking/cancel?bookingId=${sessionId}`);

    expect(await link('Pay now')).toBeVisible();
  });

  it('of ours still shows the session', async () => {
    renderApp(`/booking/success?sessionId=${sessionId}&paymentId=${paymentId}`);

    expect(await heading('Booking confirmed')).toBeVisible();
    expect(api.current.calls(one)).toHaveLength(0);
  });
});

describe('/bookings/:id/pay', () => {
  it('says what is paid and until when, and opens the checkout when it is asked to', async () => {
    const { user, location } = renderApp(payPage);

    expect(await heading('Pay for your session with Dr. Sarah Khan')).toBeVisible();
    expect(screen.getByText('Held for you until 9:40 am')).toBeVisible();
    expect(gateway.opened).toHaveLength(0);
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    expect(api.current.calls('POST /payments/create-order')[0]?.body).toEqual({ bookingId: sessionId });
    expect(kept.read('serene.last-checkout')).toBe(sessionId);
    act(gateway.succeed);

    expect(await heading('Booking confirmed')).toHaveFocus();
    expect(location()).toContain(`/booking/success?sessionId=${sessionId}`);
  });

  it('keeps the hold when the checkout is left, and offers it again', async () => {
    const { user } = renderApp(payPage);
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));

    act(() => gateway.failAttempt('card_declined'));
    act(() => gateway.dismiss());

    expect(await screen.findByText('Your bank declined the payment')).toBeVisible();
    await user.click(await press('Pay now'));
    await waitFor(() => expect(gateway.opened).toHaveLength(2));
  });

  it('says why the checkout could not be opened', async () => {
    api.current.fail('POST /payments/create-order', 'GATEWAY_UNAVAILABLE');
    const { user } = renderApp(payPage);

    await user.click(await press('Proceed to Pay'));

    expect(within(await screen.findByRole('alert')).getByText('The payment could not be opened')).toBeVisible();
    expect(await press('Proceed to Pay')).toBeVisible();
  });

  it.each([
    ['is paid', confirmed, 'Booking confirmed'],
    ['has lapsed', lapsed, 'Your hold has ended'],
  ])('shows how the booking stands where it %s', async (_what, booking, title) => {
    api.current.on(one, 200, answer(booking));
    renderApp(payPage);

    expect(await heading(title)).toBeVisible();
  });
});
