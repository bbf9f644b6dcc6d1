import { durations } from '@serene/shared/scheduling';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayKey } from '../../../lib/time/days.ts';
import { useTestApi, type TestApi } from '../../../testing/api.ts';
import {
  buildExpert,
  buildOrder,
  buildOrderStatus,
  buildPayment,
  buildSession,
  buildSlot,
  buildUser,
  expertId,
  now,
  paymentId,
  sessionId,
  startsAt,
} from '../../../testing/fixtures.ts';
import { installGateway, type TestGateway } from '../../../testing/gateway.ts';
import { renderPart, signInAs } from '../../../testing/render.tsx';
import type { BookingAddress } from '../wizard/empty-address.ts';
import { BookSessionModal, type BookSessionModalProps } from './BookSessionModal.tsx';

const createOrder = 'POST /payments/create-order';
const atConfirm: BookingAddress = { step: 'confirm', date: '2026-01-15', duration: 60, startsAt, paymentId: null };
const { id, name, avatar, category, rate, currency } = buildExpert();
const expert = { id, name, avatar, category, rate, currency };

const noSessions = { success: true as const, sessions: [], serverTime: now, nextCursor: null };

function prepare(api: TestApi): void {
  const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 60, nextAvailableDate: null };
  api.on('GET /experts/:id/available-dates', 200, {
    ...common,
    month: '2026-01',
    availableDates: ['2026-01-15', '2026-01-16'],
  });
  api.on('GET /experts/:id/availability', 200, {
    ...common,
    date: '2026-01-15',
    availableSlots: [buildSlot('10:00'), buildSlot('14:00'), buildSlot('15:00', 'booked')],
  });
  api.on(createOrder, 201, buildOrder());
  api.on('GET /sessions', 200, noSessions);
  api.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
  api.on('POST /payments/verify', 200, { success: true, payment: buildPayment(), session: buildSession() });
}

const api = useTestApi(prepare);
let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  gateway = installGateway();
});

function renderModal(props: Partial<BookSessionModalProps> = {}, signedIn = true) {
  if (signedIn) signInAs(api.current);
  const onClose = vi.fn<() => void>();
  const onSuccess = vi.fn<(sessionId: string) => void>();
  const view = renderPart(
    <BookSessionModal expert={expert} isOpen onClose={onClose} onSuccess={onSuccess} {...props} />,
  );
  return { ...view, onClose, onSuccess };
}

/** The modal whose state is kept by the caller, as an address would. */
function renderAt(wizard: BookingAddress, props: Partial<BookSessionModalProps> = {}, signedIn = true) {
  const kept: BookingAddress[] = [];
  const view = renderModal({ wizard, onWizardChange: (next) => kept.push(next), ...props }, signedIn);
  return { ...view, kept };
}

const press = (label: string) => screen.findByRole('button', { name: label });

describe('BookSessionModal', () => {
  it('works with its required props alone, from the date to the session', async () => {
    const { user, onSuccess } = renderModal();

    const dialog = await screen.findByRole('dialog', { name: 'Book a Session with Dr. Sarah Khan' });
    expect(within(dialog).getByRole('heading', { name: 'Step 1 of 4: Select Date' })).toHaveFocus();
    await user.click(await press('Thursday, 15 January 2026, selected'));
    await user.click(await press('Next'));

    expect(await screen.findByRole('heading', { name: 'Step 2 of 4: Select Time' })).toHaveFocus();
    await user.click(await screen.findByRole('radio', { name: '60 min (₹1,500)' }));
    await user.click(await screen.findByRole('radio', { name: /^2:00 pm to 3:00 pm/ }));
    expect(screen.getByText('₹1,500 · 60 min')).toBeVisible();
    await user.click(await press('Next'));

    expect(await screen.findByRole('heading', { name: 'Step 3 of 4: Confirm Booking' })).toHaveFocus();
    expect(screen.getByText('2:00 – 3:00 pm IST')).toBeVisible();
    expect(screen.getByText('Free cancellation up to 24 hours before.', { exact: false })).toBeVisible();
    await user.click(await press('Proceed to Pay'));

    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    gateway.succeed();
    await waitFor(() => expect(onSuccess.mock.calls).toEqual([[sessionId]]));
  });

  it('offers and books a length that the one list gains (F2)', async () => {
    const known = [...durations];
    Object.assign(durations, [...known, 45]);
    try {
      const { user } = renderModal();
      await user.click(await press('Thursday, 15 January 2026, selected'));
      await user.click(await press('Next'));
      await user.click(await screen.findByRole('radio', { name: '45 min (₹1,125)' }));
      await user.click(await screen.findByRole('radio', { name: /^2:00 pm/ }));
      await user.click(await press('Next'));
      await user.click(await press('Proceed to Pay'));

      await waitFor(() => expect(api.current.calls(createOrder)).toHaveLength(1));
      // As the contract reads it, which refuses every length that is not on the list.
      expect(api.current.calls(createOrder)[0]?.body).toMatchObject({ amount: 1125, notes: { duration: 45 } });
    } finally {
      Object.assign(durations, { length: known.length });
    }
  });

  it('holds the slot by its instant, with the wall clock of the viewer (S6)', async () => {
    localStorage.setItem('serene.timezone', 'Europe/London');
    signInAs(api.current, buildUser({ timezone: 'Europe/London' }));
    const { user } = renderAt(atConfirm, {}, false);

    await user.click(await press('Proceed to Pay'));

    await waitFor(() => expect(api.current.calls(createOrder)).toHaveLength(1));
    expect(api.current.calls(createOrder)[0]?.body).toEqual({
      amount: 1500,
      currency: 'INR',
      notes: {
        expertId,
        sessionDate: '2026-01-15',
        sessionTime: '08:30',
        duration: 60,
        timezone: 'Europe/London',
        startsAt,
      },
    });
  });

  it('does not move on by itself, and says what is missing when it is asked to', async () => {
    const { user } = renderModal();

    expect(await press('Thursday, 15 January 2026, selected')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Step 1 of 4: Select Date' })).toBeVisible();
    await user.click(await press('Next'));
    await user.click(await press('Next'));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a time to continue.');
  });

  it('has another day chosen by a press, and goes on with that', async () => {
    const { user } = renderModal();

    await press('Thursday, 15 January 2026, selected');
    await user.click(await press('Friday, 16 January 2026'));
    await user.click(await press('Next'));

    expect(await screen.findByText('Friday, 16 January 2026')).toBeVisible();
  });

  it('says that nothing is free, and asks for a date', async () => {
    api.current.on('GET /experts/:id/available-dates', 200, {
      success: true,
      timezone: 'Asia/Kolkata',
      duration: 60,
      month: '2026-01',
      availableDates: [],
      nextAvailableDate: null,
    });
    const { user } = renderModal();

    expect(await screen.findByText(/There are no free times at the moment/)).toBeVisible();
    await user.click(await press('Next'));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a date to continue.');
  });

  it('goes back to finished steps without losing an answer', async () => {
    const { user } = renderModal();
    await user.click(await press('Thursday, 15 January 2026, selected'));
    await user.click(await press('Next'));
    await user.click(await screen.findByRole('radio', { name: /^2:00 pm/ }));
    await user.click(await press('Next'));

    await user.click(await press('Select Date, done'));
    expect(await press('Thursday, 15 January 2026, selected')).toBeVisible();
    await user.click(await press('Next'));
    expect(await screen.findByRole('radio', { name: /^2:00 pm/ })).toBeChecked();
  });

  it('keeps the instant when the viewer turns to another zone', async () => {
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ timezone: 'America/New_York' }) });
    const { user } = renderAt({ ...atConfirm, step: 'select-time' });

    await user.click(await screen.findByRole('button', { name: /^Change time zone/ }));
    await user.type(await screen.findByRole('combobox'), 'new york{Enter}');

    expect(await screen.findByRole('radio', { name: /^3:30 am to 4:30 am, Eastern Time/ })).toBeChecked();
  });

  it('drops a time that does not fit the new length, and says so', async () => {
    const { user } = renderAt({
      ...atConfirm,
      step: 'select-time',
      duration: 90,
      startsAt: buildSlot('09:00').startsAt,
    });

    expect(await screen.findByText("90 minutes don't fit at that time. Choose another one.")).toBeVisible();
    await user.click(await press('Next'));
    expect(screen.getByText('Choose a time to continue.')).toBeVisible();
  });

  it('says when somebody else has booked the chosen time', async () => {
    renderAt({ ...atConfirm, step: 'select-time', startsAt: buildSlot('15:00').startsAt });

    expect(await screen.findByText('That time is no longer free. Choose another one.')).toBeVisible();
  });

  it('shows the price of each length, and only lengths that are offered', async () => {
    renderAt({ ...atConfirm, step: 'select-time' }, { expert: { ...expert, durations: [30, 60] } });

    const choice = await screen.findByRole('radiogroup', { name: 'Duration' });
    expect(within(choice).getAllByRole('radio')).toHaveLength(2);
    expect(within(choice).getByRole('radio', { name: '30 min (₹750)' })).toBeVisible();
  });

  it('states the real deadline of free cancellation, and the expert’s time where it differs', async () => {
    renderAt(atConfirm, {
      expert: {
        ...expert,
        timezone: 'Europe/London',
        cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 50 },
      },
    });

    expect(await screen.findByText(/until Wed, 14 Jan, 2:00 pm IST\. After that, 50% is refunded/)).toBeVisible();
    expect(screen.getByText(/8:30 – 9:30 am GMT \(United Kingdom Time\)/)).toBeVisible();
  });

  it('sends a signed-out visitor to sign in, with the choice kept', async () => {
    const onSignInNeeded = vi.fn<() => void>();
    const { user } = renderAt(atConfirm, { onSignInNeeded }, false);

    expect(screen.getByText('Sign in before you pay. Your choice is saved.')).toBeVisible();
    await user.click(await press('Proceed to Pay'));

    expect(onSignInNeeded).toHaveBeenCalledOnce();
    expect(api.current.calls(createOrder)).toHaveLength(0);
  });

  it('offers times nearby when somebody was faster (C1)', async () => {
    api.current.fail(createOrder, 'SLOT_TAKEN', { details: { nearest: [buildSlot('14:15').startsAt] } });
    const { user, kept } = renderAt(atConfirm);

    await user.click(await press('Proceed to Pay'));
    expect(await screen.findByText('That time was just booked')).toBeVisible();
    expect(screen.getByText(/You have not been charged/)).toBeVisible();
    await user.click(await press('Thu, 15 Jan, 2:15 pm IST'));

    expect(kept.at(-1)).toMatchObject({ step: 'confirm', startsAt: buildSlot('14:15').startsAt });
  });

  it('recognises a time that the same person has paid for already, and leads to it', async () => {
    api.current.fail(createOrder, 'SLOT_TAKEN', { details: { nearest: [] } });
    api.current.on('GET /sessions', 200, { ...noSessions, sessions: [buildSession()] });
    const { user, onSuccess } = renderAt(atConfirm);

    await user.click(await press('Proceed to Pay'));
    expect(await screen.findByText("You've already booked this time")).toBeVisible();
    expect(screen.getByText(/SW-8F3K is on Thu, 15 Jan, 2:00 pm IST. You have not been charged again/)).toBeVisible();
    expect(screen.queryByText(/Someone else/)).toBeNull();
    await user.click(await press('View booking'));

    expect(onSuccess.mock.calls).toEqual([[sessionId]]);
  });

  it('shows a changed price and goes on only with consent (C13)', async () => {
    api.current.fail(createOrder, 'PRICE_CHANGED', {
      details: { amount: 1800, amountMinor: 180_000, currency: 'INR' },
    });
    const { user } = renderAt(atConfirm);

    await user.click(await press('Proceed to Pay'));
    expect(await screen.findByText('The price is now ₹1,800')).toBeVisible();
    expect(screen.getByText('It was ₹1,500 when you started. Nothing has been charged.')).toBeVisible();
    api.current.on(createOrder, 201, buildOrder({ amount: 1800, amountMinor: 180_000 }));
    await user.click(await press('Continue with ₹1,800'));

    await waitFor(() => expect(api.current.calls(createOrder)).toHaveLength(2));
    expect(api.current.calls(createOrder)[1]?.body).toMatchObject({ amount: 1800 });
  });

  it.each([
    ['SLOT_NOT_BOOKABLE', {}, 'That time can no longer be booked'],
    [
      'TOO_MANY_REQUESTS',
      { retryAfter: 30 },
      'Too many attempts. Wait 30 seconds. You have not been charged. Try again.',
    ],
    ['GATEWAY_UNAVAILABLE', {}, 'Your time could not be held'],
    ['TOO_MANY_HOLDS', { retryAfter: 90 }, /Try again in 2 minutes, or use another connection/],
    ['HOLD_AGAIN_LATER', { retryAfter: 600 }, /Hold it again in 10 minutes/],
    ['FREE_SESSIONS_FULL', {}, "You can't book another free session yet"],
    ['HOLD_EXPIRED', {}, 'Your time could not be held'],
  ] as const)('explains %s and leaves every answer in place', async (code, details, text) => {
    api.current.fail(createOrder, code, details);
    const { user } = renderAt(atConfirm);

    await user.click(await press('Proceed to Pay'));

    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByText('2:00 – 3:00 pm IST')).toBeVisible();
  });

  it('keeps its button but sends once, however often it is pressed', async () => {
    api.current.on(createOrder, 201, () => new Promise(() => undefined));
    const { user } = renderAt(atConfirm);

    await user.dblClick(await press('Proceed to Pay'));

    expect(await press('Holding your time…')).toHaveAttribute('aria-busy', 'true');
    await user.click(await press('Holding your time…'));
    expect(api.current.calls(createOrder)).toHaveLength(1);
  });

  it('finds the order of an earlier visit instead of making another (S4)', async () => {
    renderAt({ ...atConfirm, step: 'payment', paymentId });

    expect(await screen.findByRole('button', { name: 'Pay now' })).toBeVisible();
    expect(api.current.calls(createOrder)).toHaveLength(0);
    expect(gateway.opened).toHaveLength(0);
  });

  it('leads back from an order that is not there, without losing the choice', async () => {
    api.current.fail('GET /payments/orders/:id', 'NOT_FOUND');
    const { user, kept } = renderAt({ ...atConfirm, step: 'payment', paymentId });

    expect(await screen.findByText("We couldn't look up your payment")).toBeVisible();
    await user.click(await press('Go back'));

    expect(kept.at(-1)).toEqual(atConfirm);
  });

  it('asks to sign in where an order is opened without a sign-in', async () => {
    api.current.fail('GET /payments/orders/:id', 'UNAUTHENTICATED');
    const onSignInNeeded = vi.fn<() => void>();
    const { user } = renderAt({ ...atConfirm, step: 'payment', paymentId }, { onSignInNeeded }, false);

    await user.click(await press('Sign in'));

    expect(onSignInNeeded).toHaveBeenCalledOnce();
  });

  it('goes back to the times when the held one is released', async () => {
    api.current.on('DELETE /payments/orders/:id', 200, { success: true, released: true });
    const { user, kept } = renderAt({ ...atConfirm, step: 'payment', paymentId });

    await user.click(await press('Release this time'));

    await waitFor(() =>
      expect(kept.at(-1)).toEqual({ ...atConfirm, step: 'select-time', startsAt: null, paymentId: null }),
    );
  });

  it('books a free session without a payment (M9)', async () => {
    const session = buildSession({ amount: 0, amountMinor: 0, paymentId: null });
    api.current.on('POST /sessions', 201, { success: true, session });
    const { user, onSuccess } = renderAt(atConfirm, { expert: { ...expert, rate: 0, timezone: 'Europe/London' } });

    await user.click(await press('Confirm booking'));

    await waitFor(() => expect(onSuccess.mock.calls).toEqual([[sessionId]]));
    expect(api.current.calls('POST /sessions')[0]?.body).toEqual({
      expertId,
      scheduledDate: dayKey(startsAt, 'Europe/London'),
      scheduledTime: '08:30',
      duration: 60,
      startsAt,
    });
  });

  it('offers a new link where a further free session needs a confirmed address (S4)', async () => {
    api.current.fail('POST /sessions', 'EMAIL_NOT_CONFIRMED');
    api.current.on('POST /auth/verify-email/resend', 200, { success: true, state: 'sent' });
    signInAs(api.current, buildUser({ emailVerified: false }));
    const { user } = renderAt(atConfirm, { expert: { ...expert, rate: 0 } }, false);

    await user.click(await press('Confirm booking'));
    expect(await screen.findByText('Confirm your email address first')).toBeVisible();
    await user.click(await press('Send a new link'));

    await waitFor(() => expect(api.current.calls('POST /auth/verify-email/resend')).toHaveLength(1));
  });

  it('gives focus back to what opened it', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    const { user, onClose, rerender, onSuccess } = renderModal();
    await screen.findByRole('dialog');

    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    rerender(<BookSessionModal expert={expert} isOpen={false} onClose={onClose} onSuccess={onSuccess} />);

    await waitFor(() => expect(opener).toHaveFocus());
  });
});
