import type { SessionType } from '@serene/shared/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi, type TestApi } from '../../../testing/api.ts';
import {
  buildBooking,
  buildExpert,
  buildOrder,
  buildOrderStatus,
  buildPayment,
  buildSession,
  buildSessionType,
  buildSlot,
  buildUser,
  now,
  paymentId,
  sessionAnswer,
  sessionId,
  startsAt,
} from '../../../testing/fixtures.ts';
import { installGateway, type TestGateway } from '../../../testing/gateway.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const talk = buildSessionType();
const firstTalk = buildSessionType({
  id: 'f2b2c3d4e5f60718293a4b5c',
  title: 'First talk',
  durationMinutes: 15,
  price: 0,
  priceMinor: 0,
  category: 'free',
});
const question = { id: 'sleep', kind: 'short', label: 'How do you sleep?', required: true, choices: [] } as const;
const pathway = buildSessionType({
  id: 'f3b2c3d4e5f60718293a4b5c',
  title: 'Better nights',
  category: 'pathway',
  access: 'members',
  pathways: ['Anxiety', 'Sleep'],
  questions: [{ ...question, choices: [] }],
});
const confirmBooking = 'POST /scheduling/bookings/confirm';
const createOrder = 'POST /payments/create-order';

function prepare(api: TestApi): void {
  const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 45, nextAvailableDate: null };
  offer(api, [firstTalk, talk, pathway]);
  api.on('GET /experts/:id', 200, { success: true, expert: buildExpert() });
  api.on('GET /experts/:id/available-dates', 200, {
    ...common,
    month: '2026-01',
    availableDates: ['2026-01-15', '2026-01-16'],
  });
  api.on('GET /experts/:id/availability', 200, {
    ...common,
    date: '2026-01-15',
    availableSlots: [buildSlot('10:00'), buildSlot('14:00'), buildSlot('15:00')],
  });
  api.on(createOrder, 201, buildOrder({ amount: 1200, amountMinor: 120_000 }));
  api.on('GET /payments/orders/:id', 200, { success: true, order: buildOrderStatus() });
  api.on('POST /payments/verify', 200, { success: true, payment: buildPayment(), session: buildSession() });
  api.on('GET /sessions/:id', 200, sessionAnswer());
  api.on(confirmBooking, 201, {
    success: true,
    booking: { id: sessionId, confirmationUrl: '/x', startTime: startsAt, endTime: startsAt },
  });
  api.on('GET /scheduling/bookings/:id', 200, {
    success: true,
    booking: buildBooking({ status: 'CONFIRMED', paymentStatus: 'PAID', reference: 'SW-8F3K' }),
    serverTime: now,
  });
}

function offer(server: TestApi, sessionTypes: SessionType[]): void {
  server.on('GET /scheduling/session-types', 200, { success: true, sessionTypes });
}

const api = useTestApi(prepare);
let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  gateway = installGateway();
});
afterEach(() => {
  sessionStorage.clear();
});

const press = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name });
const radio = (name: RegExp) => screen.findByRole('radio', { name });
const tab = (name: string) => screen.findByRole('tab', { name });
const at = (type: string, rest = '') => `/booking/dr-sarah-khan?type=${type}${rest}`;
const chosen = `&step=confirm&date=2026-01-15&slot=${encodeURIComponent(startsAt)}`;

describe('/booking/:expertId', () => {
  it('goes from the session type to the booked session, in three tabs', async () => {
    signInAs(api.current);
    const { user, location } = renderApp('/booking/dr-sarah-khan');

    expect(await heading('Book Session with Dr. Sarah Khan')).toBeVisible();
    expect(await heading('Step 1 of 3: Select Session Type')).toBeVisible();
    expect(await tab('Select Date & Time')).toBeDisabled();
    expect(await tab('Confirm & Pay')).toBeDisabled();
    await user.click(await radio(/^Sleep consultation/));
    await user.click(await press('Next'));

    expect(await heading('Step 2 of 3: Select Date & Time')).toHaveFocus();
    expect(await tab('Confirm & Pay')).toBeDisabled();
    expect(screen.getByText('₹1,200 · 45 min')).toBeVisible();
    expect(screen.queryByRole('radiogroup', { name: 'Duration' })).toBeNull();
    await user.click(await radio(/^2:00 pm to 2:45 pm/));
    await user.click(await press('Next'));

    expect(await heading('Step 3 of 3: Confirm & Pay')).toHaveFocus();
    expect(screen.getByText('Sleep consultation')).toBeVisible();
    expect(screen.getByText('2:00 – 2:45 pm IST')).toBeVisible();
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    expect(api.current.calls(createOrder)[0]?.body).toMatchObject({
      amount: 1200,
      currency: 'INR',
      notes: { sessionTypeId: talk.id, duration: 45, startsAt, timezone: 'Asia/Kolkata' },
    });
    act(gateway.succeed);

    expect(await heading('Booking confirmed')).toHaveFocus();
    expect(location()).toContain(`/booking/success?sessionId=${sessionId}`);
  });

  it('asks for the times of the chosen offer', async () => {
    renderApp(at(talk.id));

    await radio(/^2:00 pm/);
    expect(api.current.calls('GET /experts/:id/available-dates')[0]?.query).toMatchObject({ sessionTypeId: talk.id });
    expect(api.current.calls('GET /experts/:id/availability')[0]?.query).toMatchObject({ sessionTypeId: talk.id });
  });

  it('books the expert’s hour as well, with its lengths', async () => {
    signInAs(api.current);
    const { user } = renderApp(at('hourly'));

    await user.click(await radio(/^90 min/));
    await user.click(await radio(/^2:00 pm to 3:30 pm/));
    await user.click(await press('Next'));
    await user.click(await press('Proceed to Pay'));

    await waitFor(() => expect(api.current.calls(createOrder)).toHaveLength(1));
    const body = api.current.calls(createOrder)[0]?.body;
    expect(body).toMatchObject({ amount: 2250, notes: { duration: 90 } });
    expect(body).not.toMatchObject({ notes: { sessionTypeId: expect.anything() } });
  });

  it('says what is missing where the press was', async () => {
    const { user } = renderApp('/booking/dr-sarah-khan');

    await user.click(await press('Next'));
    expect(await screen.findByText('Choose a session type to continue.')).toBeVisible();
    await user.click(await radio(/^Sleep consultation/));
    await user.click(await press('Next'));
    await radio(/^2:00 pm/);
    await user.click(await press('Next'));

    expect(await screen.findByText('Choose a time to continue.')).toBeVisible();
  });

  it('says that an expert does not exist', async () => {
    api.current.fail('GET /experts/:id', 'NOT_FOUND');
    renderApp('/booking/nobody');

    expect(await heading('This expert was not found')).toBeVisible();
  });
});

describe('the address of the booking page', () => {
  it('restores everything after a reload, in each tab', async () => {
    const { user, reload } = renderApp('/booking/dr-sarah-khan');
    await user.click(await radio(/^Sleep consultation/));
    let app = reload();
    expect(await radio(/^Sleep consultation/)).toBeChecked();

    await app.user.click(await press('Next'));
    await app.user.click(await radio(/^2:00 pm/));
    app = app.reload();
    expect(await heading('Step 2 of 3: Select Date & Time')).toBeVisible();
    expect(await radio(/^2:00 pm/)).toBeChecked();

    await app.user.click(await press('Next'));
    app.reload();
    expect(await heading('Step 3 of 3: Confirm & Pay')).toBeVisible();
    expect(screen.getByText('2:00 – 2:45 pm IST')).toBeVisible();
  });

  it('goes back with the browser’s button and by a press on a tab, with nothing lost', async () => {
    const { user, goBack } = renderApp(at(talk.id));
    await user.click(await radio(/^2:00 pm/));
    await user.click(await press('Next'));
    await heading('Step 3 of 3: Confirm & Pay');

    await goBack();
    expect(await heading('Step 2 of 3: Select Date & Time')).toBeVisible();
    await user.click(await tab('Select Session Type'));
    expect(await radio(/^Sleep consultation/)).toBeChecked();
    await user.click(await tab('Confirm & Pay'));

    expect(await heading('Step 3 of 3: Confirm & Pay')).toBeVisible();
  });

  it('is walked by the keyboard: arrows between tabs, Enter opens one', async () => {
    const { user } = renderApp(at(talk.id, chosen));
    (await tab('Confirm & Pay')).focus();

    await user.keyboard('{ArrowLeft}');
    expect(await tab('Select Date & Time')).toHaveFocus();
    expect(await heading('Step 3 of 3: Confirm & Pay')).toBeVisible();
    await user.keyboard('{Enter}');

    expect(await heading('Step 2 of 3: Select Date & Time')).toHaveFocus();
  });

  it('lands at the payment of the same order after a reload while paying', async () => {
    signInAs(api.current);
    renderApp(at(talk.id, `${chosen.replace('confirm', 'payment')}&order=${paymentId}`));

    expect(await press('Pay now')).toBeVisible();
    expect(api.current.calls(createOrder)).toHaveLength(0);
  });

  it('leaves the focus on the page’s heading until somebody moves on', async () => {
    const { follow } = renderApp('/experts/dr-sarah-khan');
    await screen.findByRole('heading', { level: 1 });
    await follow(at(talk.id));

    expect(await heading('Step 2 of 3: Select Date & Time')).not.toHaveFocus();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('says that an offer is gone, keeps the time, and goes on with another', async () => {
    const { user } = renderApp(at('f9b2c3d4e5f60718293a4b5c', chosen));

    expect(await screen.findByText('This session has changed or is no longer offered')).toBeVisible();
    await user.click(await radio(/^Sleep consultation/));
    await user.click(await tab('Confirm & Pay'));

    expect(screen.getByText('2:00 – 2:45 pm IST')).toBeVisible();
  });
});

describe('a session type that is free', () => {
  const body = {
    sessionTypeId: firstTalk.id,
    timeSlot: { startTime: startsAt, endTime: '2026-01-15T08:45:00.000Z' },
    clientDetails: { name: 'Asha Rao', email: 'asha@example.com', timezone: 'Asia/Kolkata' },
    amount: 0,
  };

  it('is booked without a payment, under a key of the attempt (B6)', async () => {
    signInAs(api.current);
    const { user, location } = renderApp(at(firstTalk.id, chosen));

    await user.click(await press('Confirm booking'));

    await waitFor(() => expect(screen.getByRole('heading', { name: 'Booking confirmed' })).toHaveFocus());
    expect(location()).toBe(`/booking/confirmation?bookingId=${sessionId}`);
    const [call] = api.current.calls(confirmBooking);
    expect(call?.body).toEqual(body);
    expect(call?.idempotencyKey).toMatch(/^[\da-f]{32}$/);
  });

  it('is asked for again under the same key after an answer was lost', async () => {
    signInAs(api.current);
    api.current.fail(confirmBooking, 'IDEMPOTENCY_KEY_IN_USE', { retryAfter: 0 });
    const { user } = renderApp(at(firstTalk.id, chosen));

    await user.click(await press('Confirm booking'));
    await screen.findByText('Your time could not be held');
    await user.click(await press('Try again'));
    await waitFor(() => expect(api.current.calls(confirmBooking).length).toBeGreaterThan(4));

    const keys = new Set(api.current.calls(confirmBooking).map(({ idempotencyKey }) => idempotencyKey));
    expect(keys.size).toBe(1);
  });
});

describe('an offer that asks for details', () => {
  it('is told before the confirmation, and what was told travels with the booking', async () => {
    signInAs(api.current);
    const { user, location } = renderApp(at(pathway.id, chosen));

    expect(await heading('Step 3 of 3: Tell the expert')).toBeVisible();
    await user.click(await press('Continue'));
    expect(screen.getByRole('alert')).toHaveFocus();
    await user.click(await radio(/^Sleep$/));
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');
    await user.type(screen.getByLabelText('Notes for the expert (optional)'), 'Call me Ash.');
    await user.click(await press('Continue'));

    expect(await heading('Step 3 of 3: Confirm & Pay')).toHaveFocus();
    expect(screen.getByText('Badly.')).toBeVisible();
    expect(screen.getByText('Call me Ash.')).toBeVisible();
    expect(location()).not.toMatch(/Badly|Ash/);
    await user.click(await press('Proceed to Pay'));

    await waitFor(() => expect(api.current.calls(createOrder)).toHaveLength(1));
    expect(api.current.calls(createOrder)[0]?.body).toMatchObject({
      notes: {
        sessionTypeId: pathway.id,
        pathway: 'Sleep',
        answers: [{ questionId: 'sleep', answer: 'Badly.' }],
        note: 'Call me Ash.',
      },
    });
  });

  it('can be told again, from the confirmation and after a reload', async () => {
    signInAs(api.current);
    const { user, reload } = renderApp(at(pathway.id, chosen));
    await user.click(await radio(/^Sleep$/));
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');
    await user.click(await press('Continue'));
    await heading('Step 3 of 3: Confirm & Pay');

    const app = reload();
    expect(await heading('Step 3 of 3: Confirm & Pay')).toBeVisible();
    await app.user.click(await press('Change your answers'));

    expect(await screen.findByLabelText('How do you sleep?')).toHaveValue('Badly.');
  });

  it('takes a note where it asks nothing', async () => {
    signInAs(api.current);
    const { user } = renderApp(at(talk.id, chosen));

    await user.click(await press('Add a note'));
    await user.type(await screen.findByLabelText('Notes for the expert (optional)'), 'Call me Ash.');
    await user.click(await press('Continue'));

    expect(await screen.findByText('Call me Ash.')).toBeVisible();
  });

  it('leads somebody who is signed out through the sign-in, with nothing lost', async () => {
    api.current.on('POST /auth/login', 200, { success: true, accessToken: 'access-token', user: buildUser() });
    const { user } = renderApp(at(pathway.id, chosen));
    await user.click(await radio(/^Sleep$/));
    await user.type(screen.getByLabelText('How do you sleep?'), 'Badly.');

    await user.click(await press('Sign in'));
    await user.type(await screen.findByLabelText('Email address'), 'asha@example.com');
    await user.type(screen.getByLabelText('Password'), 'a long secret');
    await user.click(screen.getByRole('main').querySelector('button[type="submit"]') ?? document.body);

    expect(await screen.findByLabelText('How do you sleep?')).toHaveValue('Badly.');
    expect(await radio(/^Sleep$/)).toBeChecked();
    await user.click(await press('Continue'));
    expect(await screen.findByText('2:00 – 2:45 pm IST')).toBeVisible();
  });

  it('asks for the sign-in before a time is chosen where it is for members', async () => {
    const { user, location } = renderApp('/booking/dr-sarah-khan');
    await user.click(await radio(/^Better nights/));

    await user.click(await press('Sign in to continue'));

    expect(await heading('Sign in')).toBeVisible();
    expect(decodeURIComponent(location())).toContain(`/booking/dr-sarah-khan?step=select-date&type=${pathway.id}`);
  });
});

describe('a refusal on the booking page', () => {
  it('of an offer that changed shows what is offered now, with time and answers kept', async () => {
    signInAs(api.current);
    const dearer = buildSessionType({ ...talk, id: 'f4b2c3d4e5f60718293a4b5c', title: 'Longer sleep consultation' });
    api.current.fail(createOrder, 'OFFER_CHANGED', { details: { sessionTypes: [dearer] } });
    const { user } = renderApp(at(talk.id, chosen));
    await user.click(await press('Proceed to Pay'));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('This session has changed or is no longer offered')).toBeVisible();

    await user.click(alert.getByRole('button', { name: 'Choose again' }));

    expect(await heading('Step 1 of 3: Select Session Type')).toHaveFocus();
    await user.click(await radio(/^Longer sleep consultation/));
    await user.click(await tab('Confirm & Pay'));
    expect(await screen.findByText('2:00 – 2:45 pm IST')).toBeVisible();
  });

  it('of the price goes on only with consent', async () => {
    signInAs(api.current);
    api.current.fail(createOrder, 'PRICE_CHANGED', {
      details: { amount: 1400, amountMinor: 140_000, currency: 'INR' },
    });
    const { user } = renderApp(at(talk.id, chosen));
    await user.click(await press('Proceed to Pay'));
    expect(await screen.findByText('The price is now ₹1,400')).toBeVisible();
    api.current.on(createOrder, 201, buildOrder({ amount: 1400, amountMinor: 140_000 }));

    await user.click(await press('Continue with ₹1,400'));

    await waitFor(() => expect(gateway.opened).toHaveLength(1));
    expect(api.current.calls(createOrder).at(-1)?.body).toMatchObject({ amount: 1400 });
  });

  it('of the price in another currency is told and accepted in that currency', async () => {
    signInAs(api.current);
    api.current.fail(createOrder, 'PRICE_CHANGED', { details: { amount: 20, amountMinor: 2_000, currency: 'USD' } });
    const { user } = renderApp(at(talk.id, chosen));
    await user.click(await press('Proceed to Pay'));

    await user.click(await press('Continue with $20'));

    expect(api.current.calls(createOrder).at(-1)?.body).toMatchObject({ amount: 20, currency: 'USD' });
  });

  it('of the price is accepted for that offer alone', async () => {
    signInAs(api.current);
    const other = buildSessionType({ ...talk, id: 'f5b2c3d4e5f60718293a4b5c', title: 'Other talk', price: 300 });
    offer(api.current, [talk, { ...other, priceMinor: 30_000 }]);
    api.current.fail(createOrder, 'PRICE_CHANGED', {
      details: { amount: 5_000, amountMinor: 500_000, currency: 'INR' },
    });
    const { user } = renderApp(at(talk.id, chosen));
    await user.click(await press('Proceed to Pay'));
    await user.click(await press('Continue with ₹5,000'));

    await user.click(await tab('Select Session Type'));
    await user.click(await radio(/^Other talk/));
    await user.click(await tab('Confirm & Pay'));

    expect(await screen.findByText('₹300')).toBeVisible();
  });

  it('by the bank stays on the page, with the hold and another try', async () => {
    signInAs(api.current);
    const { user, location } = renderApp(at(talk.id, chosen));
    await user.click(await press('Proceed to Pay'));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));

    act(() => gateway.failAttempt('card_declined'));
    act(() => gateway.dismiss());

    expect(await screen.findByText('Your bank declined the payment')).toBeVisible();
    expect(location()).toContain('step=payment');
    await user.click(await press('Pay now'));
    await waitFor(() => expect(gateway.opened).toHaveLength(2));
  });
});
