import type { ExpertCard } from '@serene/shared/contracts';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildExpert, buildSessionType, now, startsAt } from '../../../testing/fixtures.ts';
import { renderApp } from '../../../testing/render.tsx';

const talk = buildSessionType({ position: 1 });
const firstTalk = buildSessionType({
  id: 'f2b2c3d4e5f60718293a4b5c',
  title: 'First talk',
  durationMinutes: 15,
  price: 0,
  priceMinor: 0,
  category: 'free',
  position: 0,
});
const withoutHour = buildExpert({ durations: [], prices: [] });
const page = (experts: ExpertCard[]) => ({
  success: true as const,
  experts,
  categories: [],
  currencies: [],
  currency: null,
  otherCurrencies: 0,
  total: experts.length,
  nextCursor: null,
});
const api = useTestApi((server) => {
  server.on('GET /experts', 200, page([buildExpert({ hasFreeTalk: true })]));
  server.on('GET /experts/:id', 200, { success: true, expert: buildExpert() });
  server.on('GET /scheduling/session-types', 200, { success: true, sessionTypes: [talk, firstTalk] });
  server.on('GET /experts/:id/available-dates', 200, {
    success: true,
    month: '2026-01',
    timezone: 'Asia/Kolkata',
    duration: 60,
    availableDates: [],
    nextAvailableDate: null,
  });
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});

describe('what an expert offers, on their page', () => {
  it('stands in the expert’s order, the hour among it, each with the way to book it', async () => {
    renderApp('/experts/dr-sarah-khan');

    const offers = within(await screen.findByRole('region', { name: 'What you can book' }));
    await offers.findByText('First talk');
    const titles = offers.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(titles).toEqual(['Single session', 'First talk', 'Sleep consultation']);
    expect(offers.getByRole('link', { name: 'Book First talk' })).toHaveAttribute(
      'href',
      `/booking/dr-sarah-khan?type=${firstTalk.id}`,
    );
  });

  it('opens the booking of the hour on the page itself', async () => {
    const { user } = renderApp('/experts/dr-sarah-khan');

    await user.click(await screen.findByRole('button', { name: 'Book Single session' }));

    expect(await screen.findByRole('dialog', { name: 'Book a Session with Dr. Sarah Khan' })).toBeVisible();
  });

  it('leads to the booking page where the hour is switched off', async () => {
    api.current.on('GET /experts/:id', 200, { success: true, expert: withoutHour });
    const { user, location } = renderApp('/experts/dr-sarah-khan');
    await screen.findByText('First talk');
    expect(screen.queryByText('Single session')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Book Session' }));

    expect(await screen.findByRole('heading', { name: 'Step 1 of 3: Select Session Type' })).toBeVisible();
    expect(location()).toBe('/booking/dr-sarah-khan');
  });

  it('leads from a free time of a session type to its confirmation', async () => {
    const times = { expertId: withoutHour.id, sessionTypeId: talk.id, duration: 45, startsAt: [startsAt] };
    api.current.on('GET /experts/next-times', 200, { success: true, experts: [times] });
    renderApp('/experts/dr-sarah-khan');

    const link = await screen.findByRole('link', { name: 'Thu, 15 Jan, 2:00 pm IST' });
    expect(link.getAttribute('href')).toMatch(/^\/booking\/dr-sarah-khan\?.*step=confirm/);
    expect(link.getAttribute('href')).toContain(`type=${talk.id}`);
  });
});

describe('the list of experts', () => {
  it('shows who offers a free first talk', async () => {
    renderApp('/experts');

    const card = within(await screen.findByRole('article', { name: /Khan/ }));
    expect(card.getByText('Free first talk')).toBeVisible();
  });

  it('can be narrowed to them, in the address as well', async () => {
    const { user, location } = renderApp('/experts');
    await screen.findByRole('article', { name: /Khan/ });

    await user.click(screen.getByRole('checkbox', { name: 'Free first talk' }));

    expect(location()).toBe('/experts?freeTalk=true');
    expect(api.current.calls('GET /experts').at(-1)?.query).toMatchObject({ freeTalk: 'true' });
    await user.click(screen.getByRole('checkbox', { name: 'Free first talk' }));
    expect(location()).toBe('/experts');
  });

  it('names no price of an hour that is switched off, and leads to what else can be booked', async () => {
    api.current.on('GET /experts', 200, page([withoutHour]));
    renderApp('/experts');

    const card = within(await screen.findByRole('article', { name: /Khan/ }));
    expect(card.queryByText(/per hour/)).toBeNull();
    expect(card.getByRole('link', { name: 'Book Session with Dr. Sarah Khan' })).toHaveAttribute(
      'href',
      '/booking/dr-sarah-khan',
    );
  });
});
