import type { Session } from '@serene/shared/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildPaymentDetails,
  buildSession,
  buildSlot,
  buildUser,
  expertId,
  now,
  sessionAnswer,
  sessionId,
  sessionTypeId,
  userId,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const customer = { id: userId, name: 'Asha Rao', email: 'asha@example.com' };
const talk: Partial<Session> = {
  title: 'Sleep consultation',
  sessionTypeId,
  duration: 45,
  endsAt: '2026-01-15T09:15:00.000Z',
  pathway: 'Better nights',
  answers: [
    { questionId: 'q1', question: 'How do you sleep?', answer: 'Badly.\nI wake at three.' },
    { questionId: 'q2', question: 'Have you had sessions before?', answer: 'yes' },
  ],
  notes: 'Call me Ash.',
};
const api = useTestApi((server) => {
  server.on('GET /sessions/:id', 200, sessionAnswer(talk));
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

function openAs(viewer: 'customer' | 'expert', overrides: Partial<Session> = talk) {
  const isExpert = viewer === 'expert';
  signInAs(
    api.current,
    isExpert ? buildUser({ roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' }) : buildUser(),
  );
  const answer = sessionAnswer({ ...overrides, ...(isExpert ? { customer } : {}) });
  api.current.on('GET /sessions/:id', 200, answer);
  return renderApp(`/sessions/${sessionId}`);
}

describe('the page of a session that was booked by an offer', () => {
  it('is called by the offer, for both people', async () => {
    openAs('customer');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Sleep consultation with Dr. Sarah Khan' }),
    ).toBeVisible();
    expect(screen.getByText('Sleep consultation', { selector: 'dd' })).toBeVisible();
  });

  it('tells the expert what the customer answered, chose and wrote', async () => {
    openAs('expert');

    const told = within(await screen.findByRole('region', { name: 'What Asha Rao told you' }));
    expect(told.getByText(/^Badly\.\s+I wake at three\.$/)).toBeVisible();
    expect(told.getByText('How do you sleep?')).toBeVisible();
    expect(told.getByText('Yes')).toBeVisible();
    expect(told.getByText('Better nights')).toBeVisible();
    expect(told.getByText('Call me Ash.')).toBeVisible();
  });

  it('reminds the customer of what they told', async () => {
    openAs('customer');

    const told = within(await screen.findByRole('region', { name: 'What you told Dr. Sarah Khan' }));
    expect(told.getByText('Call me Ash.')).toBeVisible();
  });

  it('says nothing where nothing was told', async () => {
    openAs('customer', {});

    expect(await screen.findByRole('heading', { level: 1, name: 'Session with Dr. Sarah Khan' })).toBeVisible();
    expect(screen.queryByRole('region', { name: /told/ })).toBeNull();
    expect(screen.getByText(/^The button to join appears here/)).toBeVisible();
  });

  it('takes place behind the expert’s link, as text and as a button', async () => {
    openAs('customer', { ...talk, place: { kind: 'link', text: 'https://meet.example.com/khan' } });

    const link = await screen.findByRole('link', { name: /^Open the session link/ });
    expect(link).toHaveAttribute('href', 'https://meet.example.com/khan');
    expect(screen.getByText('https://meet.example.com/khan')).toBeVisible();
    expect(screen.queryByText(/button to join/)).toBeNull();
  });

  it('makes no button of a text that is no address of the web', async () => {
    openAs('customer', { ...talk, place: { kind: 'link', text: 'javascript:alert(1)' } });

    expect(await screen.findByText('javascript:alert(1)')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Open the session link/ })).toBeNull();
  });

  it('takes place at an address, told as text', async () => {
    openAs('customer', { ...talk, place: { kind: 'address', text: '12 Hill Road\nMumbai' } });

    expect(await screen.findByText(/^12 Hill Road\s+Mumbai$/)).toBeVisible();
    expect(screen.getByText('Place')).toBeVisible();
  });

  it('offers the same offer again after it was cancelled', async () => {
    const ended = {
      by: 'expert',
      at: now,
      reason: null,
      noShowBy: null,
      refundMinor: 150_000,
      wasRequest: false,
    } as const;
    openAs('customer', { ...talk, status: 'cancelled', ended });

    const again = await screen.findByRole('link', { name: 'Book another time' });
    expect(again).toHaveAttribute('href', `/booking/dr-sarah-khan?type=${sessionTypeId}`);
  });

  it('is moved to a time of its offer', async () => {
    const common = { success: true as const, timezone: 'Asia/Kolkata', duration: 45, nextAvailableDate: null };
    api.current.on('GET /experts/:id/available-dates', 200, {
      ...common,
      month: '2026-01',
      availableDates: ['2026-01-15'],
    });
    api.current.on('GET /experts/:id/availability', 200, {
      ...common,
      date: '2026-01-15',
      availableSlots: [buildSlot('14:00'), buildSlot('15:00')],
    });
    const { user } = openAs('customer');

    await user.click(await screen.findByRole('button', { name: 'Reschedule' }));
    await user.click(await screen.findByRole('button', { name: 'Next' }));

    expect(await screen.findByRole('radio', { name: /^3:00 pm to 3:45 pm/ })).toBeVisible();
    await waitFor(() =>
      expect(api.current.calls('GET /experts/:id/availability')[0]?.query).toMatchObject({
        sessionTypeId,
        moving: sessionId,
      }),
    );
  });
});

describe('the card of a session that was booked by an offer', () => {
  it('names the offer', async () => {
    signInAs(api.current);
    api.current.on('GET /sessions', 200, {
      success: true,
      sessions: [buildSession(talk)],
      serverTime: now,
      nextCursor: null,
    });
    renderApp('/dashboard');

    expect(await screen.findByText('Sleep consultation · 45 minutes · ₹1,500 · SW-8F3K')).toBeVisible();
  });
});
