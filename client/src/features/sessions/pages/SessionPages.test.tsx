import { screen, waitFor, within } from '@testing-library/react';
import type { Session } from '@serene/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildPaymentDetails,
  buildSession,
  buildUser,
  expertId,
  now,
  sessionAnswer,
  sessionId,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const list = (sessions: Session[], nextCursor: string | null = null) => ({
  success: true as const,
  sessions,
  serverTime: now,
  nextCursor,
});
const later = buildSession({
  id: 'b2b2c3d4e5f60718293a4b5c',
  reference: 'SW-2222',
  answerBy: '2026-01-13T04:00:00.000Z',
  startsAt: '2026-01-20T08:30:00.000Z',
  endsAt: '2026-01-20T09:30:00.000Z',
  status: 'pending',
});
const customer = { id: 'd1b2c3d4e5f60718293a4b5c', name: 'Asha Rao', email: 'asha@example.com' };
const expertUser = buildUser({ name: 'Dr. Sarah Khan', roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });
const api = useTestApi((server) => {
  server.on('GET /sessions', 200, list([buildSession(), later]));
  server.on('GET /sessions/:id', 200, sessionAnswer());
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
});
const isForRequests = (query: unknown) => JSON.stringify(query).includes('requests');
const queries = () => api.current.calls('GET /sessions').map((call) => call.query);

describe('/dashboard', () => {
  it('lists the sessions ahead, the next one first', async () => {
    signInAs(api.current);
    renderApp('/dashboard');

    const [next, after] = await screen.findAllByRole('article');
    expect(within(next ?? document.body).getByText('Next session, in 3 days')).toBeVisible();
    expect(within(next ?? document.body).getByText('Thu, 15 Jan, 2:00 – 3:00 pm IST')).toBeVisible();
    expect(within(next ?? document.body).getByText('Confirmed')).toBeVisible();
    expect(within(after ?? document.body).getByText('Awaiting approval')).toBeVisible();
    expect(
      within(after ?? document.body).getByText('Dr. Sarah Khan answers by Tue, 13 Jan, 9:30 am IST.'),
    ).toBeVisible();
    expect(queries()[0]).toMatchObject({ as: 'customer', when: 'upcoming' });
  });

  it('turns to past and cancelled sessions, and keeps the tab in the address', async () => {
    signInAs(api.current);
    const { user, location } = renderApp('/dashboard');
    await screen.findAllByRole('article');
    api.current.on('GET /sessions', 200, list([]));

    await user.click(screen.getByRole('tab', { name: 'Cancelled' }));

    expect(await screen.findByText('No cancelled sessions.')).toBeVisible();
    expect(queries().at(-1)).toMatchObject({ when: 'cancelled' });
    expect(location()).toBe('/dashboard?tab=cancelled');
  });

  it('shows where to begin when there is nothing yet', async () => {
    signInAs(api.current);
    api.current.on('GET /sessions', 200, list([]));
    renderApp('/dashboard');

    expect(await screen.findByText(/No sessions yet/)).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Find an expert' })).toHaveLength(1);
  });

  it('offers another try when the sessions cannot be loaded', async () => {
    signInAs(api.current);
    api.current.fail('GET /sessions', 'INTERNAL');
    const { user } = renderApp('/dashboard');

    await screen.findByText('The sessions could not be loaded');
    api.current.on('GET /sessions', 200, list([buildSession()]));
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('article')).toBeVisible();
  });

  it('shows all times in another zone at once, and keeps it in the profile', async () => {
    signInAs(api.current);
    api.current.on('PATCH /me', 200, { success: true, user: buildUser({ timezone: 'Europe/London' }) });
    const { user } = renderApp('/dashboard');

    await user.click(await screen.findByRole('button', { name: /^Change time zone/ }));
    await user.type(await screen.findByRole('combobox'), 'london{Enter}');

    expect(await screen.findByText('Thu, 15 Jan, 8:30 – 9:30 am GMT')).toBeVisible();
    await waitFor(() => expect(api.current.calls('PATCH /me')[0]?.body).toEqual({ timezone: 'Europe/London' }));
  });
});

describe('/expert/dashboard', () => {
  it('lists what was booked with the expert, with the client and the price', async () => {
    signInAs(api.current, expertUser);
    api.current.on('GET /sessions', 200, ({ query }) => list(isForRequests(query) ? [] : [buildSession({ customer })]));
    renderApp('/expert/dashboard');

    const card = within(await screen.findByRole('article'));
    expect(card.getByRole('heading', { name: 'Asha Rao' })).toBeVisible();
    expect(card.getByText(/₹1,500/)).toBeVisible();
    expect(queries()).toContainEqual(expect.objectContaining({ as: 'expert', when: 'upcoming' }));
    expect(screen.queryByRole('heading', { name: /Requests/ })).toBeNull();
  });

  it('shows requests above everything else, the most urgent first, and never twice', async () => {
    signInAs(api.current, expertUser);
    const request = { customer, status: 'pending', startsAt: '2026-01-20T08:30:00.000Z' } as const;
    const calm = buildSession({ ...request, id: 'b2b2c3d4e5f60718293a4b5c', answerBy: '2026-01-13T03:00:00.000Z' });
    const urgent = buildSession({ ...request, id: 'b3b2c3d4e5f60718293a4b5c', answerBy: '2026-01-12T10:00:00.000Z' });
    const booked = buildSession({ customer });
    api.current.on('GET /sessions', 200, ({ query }) =>
      list(isForRequests(query) ? [calm, urgent] : [calm, booked, urgent]),
    );
    renderApp('/expert/dashboard');

    const requests = within(await screen.findByRole('region', { name: 'Requests (2)' }));
    const [first, second] = requests.getAllByRole('article');
    expect(within(first ?? document.body).getByText('Answer by Mon, 12 Jan, 3:30 pm IST.')).toBeVisible();
    expect(within(second ?? document.body).getByText('Answer by Tue, 13 Jan, 8:30 am IST.')).toBeVisible();
    await screen.findByText(/^Next session/);
    expect(screen.getAllByRole('article')).toHaveLength(3);
  });

  it('says that requests could not be loaded, and tries again', async () => {
    signInAs(api.current, expertUser);
    api.current.fail('GET /sessions', 'INTERNAL');
    const { user } = renderApp('/expert/dashboard');

    const problem = within(
      (await screen.findByText('The requests could not be loaded')).closest('div') ?? document.body,
    );
    api.current.on('GET /sessions', 200, list([later]));
    await user.click(problem.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('heading', { name: 'Requests (1)' })).toBeVisible();
  });

  it('is not for customers', async () => {
    signInAs(api.current);
    renderApp('/expert/dashboard');

    expect(await screen.findByRole('heading', { name: "This page isn't for your account" })).toBeVisible();
    expect(queries()).toEqual([]);
  });
});

describe('/sessions/:id', () => {
  const address = `/sessions/${sessionId}`;

  it('downloads the receipt that a link asks for, once', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    signInAs(api.current);
    api.current.raw('GET /payments/:id/receipt', () => new Response('content'));
    const { location } = renderApp(`${address}?receipt=1`);

    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.instances[0]).toMatchObject({ download: 'receipt-SW-8F3K.pdf' });
    expect(location()).toBe(address);
    expect(api.current.calls('GET /payments/:id/receipt')).toHaveLength(1);
    saved.mockRestore();
  });

  it('opens the call only while the server gives its address', async () => {
    signInAs(api.current);
    const { unmount } = renderApp(address);
    expect(await screen.findByText(/appears here shortly before the session starts/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /Join session/ })).toBeNull();

    unmount();
    const joinUrl = 'https://video.example.com/room';
    api.current.on('GET /sessions/:id', 200, sessionAnswer({ joinUrl }));
    renderApp(address);

    expect(await screen.findByRole('link', { name: /Join session/ })).toHaveAttribute('href', joinUrl);
  });

  it.each([
    ['opens', '2026-01-15T08:20:00.000Z', null, 'https://video.example.com/room'],
    ['closes', '2026-01-15T09:30:00.000Z', 'https://video.example.com/room', null],
  ])('asks again when the way into the call %s, without a reload', async (_what, second, before, after) => {
    signInAs(api.current);
    const soon = new Date(Date.parse(second) - 400).toISOString();
    api.current.on('GET /sessions/:id', 200, () => {
      const isFirst = api.current.calls('GET /sessions/:id').length === 1;
      return isFirst ? sessionAnswer({ joinUrl: before }, soon) : sessionAnswer({ joinUrl: after }, second);
    });
    const wayIn = () => screen.queryByRole('link', { name: /Join session/ })?.getAttribute('href') ?? null;
    renderApp(address);

    await screen.findByText('SW-8F3K');
    await waitFor(() => expect(wayIn()).toBe(after));
    await waitFor(() => expect(api.current.calls('GET /sessions/:id')).toHaveLength(2));
    expect(wayIn()).toBe(after);
  });

  it('shows the expert’s time as well where it differs', async () => {
    signInAs(api.current, buildUser({ timezone: 'Europe/London' }));
    renderApp(address);

    expect(await screen.findByText('8:30 – 9:30 am GMT')).toBeVisible();
    expect(screen.getByText('Thu, 15 Jan, 2:00 – 3:00 pm IST')).toBeVisible();
  });

  it('shows the client to the expert, and no receipt of somebody else’s money', async () => {
    signInAs(api.current, expertUser);
    api.current.on('GET /sessions/:id', 200, sessionAnswer({ customer }));
    renderApp(address);

    expect(await screen.findByRole('heading', { name: 'Session with Asha Rao' })).toBeVisible();
    expect(screen.getByText('asha@example.com')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Download receipt' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to my sessions' })).toHaveAttribute('href', '/expert/dashboard');
  });

  it('looks the same for a session of others and for one that does not exist', async () => {
    signInAs(api.current);
    api.current.fail('GET /sessions/:id', 'NOT_FOUND');
    renderApp(address);

    expect(await screen.findByRole('heading', { name: 'This session was not found' })).toBeVisible();
  });
});
