import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildPaymentDetails,
  buildSession,
  buildSlot,
  now,
  sessionAnswer,
  sessionId,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const newTime = buildSlot('16:00').startsAt;
const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 60, nextAvailableDate: null };
const moved = buildSession({ startsAt: newTime, endsAt: buildSlot('17:00').startsAt, revision: 1 });

const api = useTestApi((server) => {
  server.on('GET /sessions/:id', 200, sessionAnswer());
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
  server.on('GET /experts/:id/available-dates', 200, {
    ...common,
    month: '2026-01',
    availableDates: ['2026-01-15', '2026-01-16'],
  });
  server.on('GET /experts/:id/availability', 200, {
    ...common,
    date: '2026-01-15',
    availableSlots: [buildSlot('14:00'), buildSlot('16:00'), buildSlot('18:00')],
  });
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

const press = (name: string) => screen.findByRole('button', { name });

async function chooseNewTime() {
  signInAs(api.current);
  const view = renderApp(`/sessions/${sessionId}`);
  await view.user.click(await press('Reschedule'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reschedule' }));
  expect(await dialog.findByRole('heading', { name: 'Step 1 of 3: New day' })).toHaveFocus();
  await press('Thursday, 15 January 2026, selected');
  await view.user.click(await press('Next'));
  await view.user.click(await dialog.findByRole('radio', { name: /^4:00 pm/ }));
  await view.user.click(await press('Next'));
  return { ...view, dialog };
}

describe('moving a session (L3)', () => {
  it('asks with both times in view, moves, and says so', async () => {
    api.current.on('POST /sessions/:id/reschedule', 200, { success: true, session: moved });
    const { user, dialog } = await chooseNewTime();

    expect(dialog.getByText('Move to Thu, 15 Jan, 4:00 pm IST?')).toBeVisible();
    expect(dialog.getByText('Now: Thu, 15 Jan, 2:00 pm IST')).toBeVisible();
    expect(dialog.getByText('Price stays ₹1,500, nothing to pay.')).toBeVisible();
    await user.click(await press('Move session'));

    expect(await screen.findByText('Moved to Thu, 15 Jan, 4:00 pm IST')).toBeVisible();
    expect(screen.getByText('We told Dr. Sarah Khan and sent you a new calendar file.')).toBeVisible();
    expect(screen.getByText('4:00 – 5:00 pm IST')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(api.current.calls('POST /sessions/:id/reschedule')[0]?.body).toEqual({ startsAt: newTime });
  });

  it('counts its own time as free (S1)', async () => {
    await chooseNewTime();

    for (const key of ['GET /experts/:id/availability', 'GET /experts/:id/available-dates'] as const) {
      expect(api.current.calls(key)[0]?.query).toMatchObject({ moving: sessionId, duration: 60 });
    }
  });

  it('begins with the first free day where the present one has no times left', async () => {
    api.current.on('GET /experts/:id/available-dates', 200, ({ query }) => ({
      ...common,
      month: '2026-02',
      availableDates: JSON.stringify(query).includes('2026-02') ? ['2026-02-03'] : [],
      nextAvailableDate: '2026-02-03',
    }));
    signInAs(api.current);
    const { user } = renderApp(`/sessions/${sessionId}`);
    await user.click(await press('Reschedule'));

    expect(await press('Tuesday, 3 February 2026, selected')).toBeVisible();
    await user.click(await press('Next'));

    expect(await screen.findByText('Tuesday, 3 February 2026')).toBeVisible();
  });

  it('goes nowhere without another time than the present one', async () => {
    signInAs(api.current);
    const { user } = renderApp(`/sessions/${sessionId}`);
    await user.click(await press('Reschedule'));
    await user.click(await press('Next'));
    await screen.findAllByRole('radio');

    await user.click(await press('Next'));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a time to continue.');
    await user.click(screen.getByRole('radio', { name: /^2:00 pm/ }));
    await user.click(await press('Next'));

    expect(screen.getByRole('alert')).toHaveTextContent('The session is already at that time. Choose another one.');
  });

  it('says when somebody was faster, reads the times anew and lets choose again', async () => {
    api.current.fail('POST /sessions/:id/reschedule', 'SLOT_TAKEN', { details: { nearest: [] } });
    const { user, dialog } = await chooseNewTime();
    api.current.on('GET /experts/:id/availability', 200, {
      ...common,
      date: '2026-01-15',
      availableSlots: [buildSlot('14:00'), buildSlot('16:00', 'booked'), buildSlot('18:00')],
    });

    await user.click(await press('Move session'));
    expect(await dialog.findByText('That time was just booked')).toBeVisible();
    expect(dialog.getByText(/your session is still on Thu, 15 Jan, 2:00 pm IST/)).toBeVisible();
    await waitFor(() => expect(dialog.getByRole('radio', { name: /^4:00 pm/ })).toBeDisabled());
    api.current.on('POST /sessions/:id/reschedule', 200, { success: true, session: moved });
    await user.click(dialog.getByRole('radio', { name: /^6:00 pm/ }));
    expect(dialog.queryByText('That time was just booked')).toBeNull();
    await user.click(await press('Next'));

    expect(dialog.getByText('Move to Thu, 15 Jan, 6:00 pm IST?')).toBeVisible();
  });

  it('closes when the session cannot be moved any more, and says so', async () => {
    api.current.fail('POST /sessions/:id/reschedule', 'INVALID_TRANSITION');
    const { user } = await chooseNewTime();

    await user.click(await press('Move session'));

    expect(await screen.findByText('This session has changed')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays where it is, with the reason, when the service does not answer', async () => {
    api.current.fail('POST /sessions/:id/reschedule', 'BUSY');
    const { user, dialog } = await chooseNewTime();

    await user.click(await press('Move session'));

    expect(await dialog.findByText('The session could not be moved')).toBeVisible();
    expect(dialog.getByText('Move to Thu, 15 Jan, 4:00 pm IST?')).toBeVisible();
  });
});
