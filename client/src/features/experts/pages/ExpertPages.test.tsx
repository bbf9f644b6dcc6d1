import { screen, waitFor, within } from '@testing-library/react';
import type { ExpertCard } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildExpert } from '../../../testing/fixtures.ts';
import { renderApp } from '../../../testing/render.tsx';

const page = (experts: ExpertCard[], total = experts.length, nextCursor: string | null = null) => ({
  success: true as const,
  experts,
  categories: ['Clinical Psychologist', 'Sleep Coach'],
  currencies: ['INR'],
  currency: null,
  otherCurrencies: 0,
  total,
  nextCursor,
});
const khan = buildExpert();
const moss = buildExpert({ id: 'a2b2c3d4e5f60718293a4b5c', slug: 'ravi-moss', name: 'Ravi Moss', rate: 900 });
const api = useTestApi((server) => {
  server.on('GET /experts', 200, page([khan, moss]));
  server.on('GET /experts/:id', 200, { success: true, expert: khan });
});
const queries = () => api.current.calls('GET /experts').map((call) => call.query);

describe('/experts', () => {
  it('lists experts with price and rating, and counts them', async () => {
    renderApp('/experts');

    const card = within(await screen.findByRole('article', { name: /Khan/ }));
    expect(card.getByRole('heading', { name: 'Dr. Sarah Khan' })).toBeVisible();
    expect(card.getByText('₹1,500 per hour')).toBeVisible();
    expect(card.getByText('4.8 out of 5, 32 ratings')).toBeInTheDocument();
    expect(card.getByRole('link', { name: 'Book Session with Dr. Sarah Khan' })).toHaveAttribute(
      'href',
      '/experts/dr-sarah-khan?book=1',
    );
    expect(screen.getByText('2 experts')).toBeVisible();
  });

  it('says on each card when the expert is free next', async () => {
    const times = [
      { expertId: khan.id, sessionTypeId: null, duration: 60, startsAt: ['2026-01-15T08:30:00.000Z'] },
      { expertId: moss.id, sessionTypeId: null, duration: 60, startsAt: [] },
    ];
    api.current.on('GET /experts/next-times', 200, { success: true, experts: times });
    renderApp('/experts');

    const card = within(await screen.findByRole('article', { name: /Khan/ }));
    expect(await card.findByText('Next: Thu, 15 Jan, 2:00 pm IST')).toBeVisible();
    const other = within(screen.getByRole('article', { name: /Moss/ }));
    expect(other.getByText('No free times at the moment')).toBeVisible();
    expect(api.current.calls('GET /experts/next-times')[0]?.query).toEqual({ ids: `${khan.id},${moss.id}`, count: 1 });
  });

  it('asks for the next times again when one of them changed while a booking was open', async () => {
    const nextAt = (startsAt: string) => ({
      success: true as const,
      experts: [{ expertId: khan.id, sessionTypeId: null, duration: 60, startsAt: [startsAt] }],
    });
    const month = { month: '2026-01', timezone: 'Asia/Kolkata', duration: 60, availableDates: ['2026-01-15'] };
    api.current.on('GET /experts/next-times', 200, nextAt('2026-01-15T08:30:00.000Z'));
    api.current.on('GET /experts/:id/available-dates', 200, { success: true, ...month, nextAvailableDate: null });
    const { user, goBack } = renderApp('/experts');
    await screen.findByText('Next: Thu, 15 Jan, 2:00 pm IST');
    await user.click(screen.getByRole('link', { name: 'Book Session with Dr. Sarah Khan' }));
    await screen.findByText('Thu, 15 Jan, 2:00 pm IST');
    await screen.findByRole('grid');

    api.current.on('GET /experts/next-times', 200, nextAt('2026-01-15T09:30:00.000Z'));
    api.current.tell('changed');

    expect(await screen.findByText('Thu, 15 Jan, 3:00 pm IST')).toBeInTheDocument();
    await goBack();
    expect(await screen.findByText('Next: Thu, 15 Jan, 3:00 pm IST')).toBeVisible();
  });

  it('keeps search, category, prices and order in the address', async () => {
    const { user, location } = renderApp('/experts?category=Sleep+Coach&maxPrice=2000');

    await screen.findByText('2 experts');
    await user.type(screen.getByLabelText('Search by name or topic'), 'sleep');
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Best rated');

    await waitFor(() =>
      expect(queries().at(-1)).toMatchObject({
        search: 'sleep',
        category: 'Sleep Coach',
        maxPrice: 2000,
        sort: '-rating',
      }),
    );
    expect(location()).toBe('/experts?search=sleep&category=Sleep+Coach&maxPrice=2000&sort=-rating');
  });

  it('folds the filters, but not the search, behind a button that counts them on small screens', async () => {
    const { user } = renderApp('/experts?search=sleep&category=Sleep+Coach&maxPrice=2000');
    const button = await screen.findByRole('button', { name: 'Filters (2)' });
    const filters = document.getElementById(button.getAttribute('aria-controls') ?? '');

    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(filters).toHaveClass('hidden', 'lg:flex');
    expect(filters).toContainElement(screen.getByLabelText('Category'));
    expect(filters).not.toContainElement(screen.getByLabelText('Search by name or topic'));
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(filters).not.toHaveClass('hidden');

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('button', { name: 'Filters' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('says when nobody fits, and clears the filters', async () => {
    api.current.on('GET /experts', 200, page([]));
    const { user, location } = renderApp('/experts?search=nobody');

    expect(await screen.findByText('No experts match this search')).toBeVisible();
    api.current.on('GET /experts', 200, page([khan]));
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body);

    expect(await screen.findByText('1 expert')).toBeVisible();
    expect(location()).toBe('/experts');
  });

  it('offers no more of the list before while a filter changes', async () => {
    let answer = () => {};
    api.current.on('GET /experts', 200, page([khan], 2, 'second'));
    const { user } = renderApp('/experts');
    const more = await screen.findByRole('button', { name: 'Show more experts' });
    api.current.on('GET /experts', 200, () => new Promise((done) => (answer = () => done(page([moss], 2, 'second')))));

    await user.selectOptions(screen.getByLabelText('Category'), 'Sleep Coach');

    await waitFor(() => expect(more).toHaveAttribute('aria-busy', 'true'));
    await waitFor(() => expect(queries()).toHaveLength(2));
    answer();
    expect(await screen.findByRole('article', { name: /Moss/ })).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Show more experts' })).toBe(more);
  });

  it('shows more on request', async () => {
    api.current.on('GET /experts', 200, (received) =>
      JSON.stringify(received.query).includes('second') ? page([moss], 2) : page([khan], 2, 'second'),
    );
    const { user } = renderApp('/experts');

    await user.click(await screen.findByRole('button', { name: 'Show more experts' }));

    expect(await screen.findByRole('heading', { name: 'Ravi Moss' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Dr. Sarah Khan' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more experts' })).toBeNull();
  });

  it('offers another try when the list cannot be loaded', async () => {
    api.current.fail('GET /experts', 'INTERNAL');
    const { user } = renderApp('/experts');

    await screen.findByText('The experts could not be loaded');
    api.current.on('GET /experts', 200, page([khan]));
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByText('1 expert')).toBeVisible();
  });
});

describe('/experts/:slug', () => {
  it('leads from a free time straight to its confirmation', async () => {
    const startsAt = ['2026-01-15T08:30:00.000Z', '2026-01-15T09:30:00.000Z'];
    const times = { expertId: khan.id, sessionTypeId: null, duration: 60, startsAt };
    api.current.on('GET /experts/next-times', 200, { success: true, experts: [times] });
    renderApp('/experts/dr-sarah-khan');

    const link = await screen.findByRole('link', { name: 'Thu, 15 Jan, 2:00 pm IST' });
    expect(link).toHaveAttribute(
      'href',
      '/experts/dr-sarah-khan?book=1&step=confirm&date=2026-01-15&duration=60&slot=2026-01-15T08%3A30%3A00.000Z',
    );
    expect(screen.getAllByRole('link', { name: /^Thu, 15 Jan/ })).toHaveLength(2);
  });

  it('shows what customers wrote, and more of it on demand', async () => {
    const review = { id: 'f1b2c3d4e5f60718293a4b5c', rating: 5, review: 'Listened well.', author: 'Asha' };
    const older = { ...review, id: 'f2b2c3d4e5f60718293a4b5c', rating: 4, review: 'Clear and kind.' };
    api.current.on('GET /experts/:id/reviews', 200, ({ query }) => {
      const isFirst = Reflect.get(Object(query), 'cursor') === undefined;
      const reviews = [{ ...(isFirst ? review : older), startsAt: '2026-01-05T08:30:00.000Z' }];
      return { success: true as const, reviews, nextCursor: isFirst ? 'next' : null };
    });
    const { user } = renderApp('/experts/dr-sarah-khan');

    expect(await screen.findByText('Listened well.')).toBeVisible();
    expect(screen.getByText('Asha, session on Mon, 5 Jan')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more reviews' }));
    expect(await screen.findByText('Clear and kind.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more reviews' })).toBeNull();
  });

  it('shows the profile with its prices, hours and rules', async () => {
    renderApp('/experts/dr-sarah-khan');

    expect(await screen.findByRole('heading', { level: 1, name: 'Dr. Sarah Khan' })).toBeVisible();
    const prices = within(screen.getByRole('complementary', { name: 'Prices' }));
    expect(prices.getByText('₹2,250')).toBeVisible();
    expect(prices.getByText('Free cancellation up to 24 hours before the session.')).toBeVisible();
    expect(screen.getByText('Monday').nextSibling).toHaveTextContent('09:00 – 17:00');
    expect(screen.queryByText('Sunday')).toBeNull();
    expect(document.title).toBe('Dr. Sarah Khan · Serene Wellbeing');
  });

  it('says that an expert does not exist', async () => {
    api.current.fail('GET /experts/:id', 'NOT_FOUND');
    renderApp('/experts/nobody');

    expect(await screen.findByRole('heading', { name: 'This expert was not found' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'See all experts' })).toBeVisible();
  });

  it('takes the focus to its heading when it is navigated to', async () => {
    const { user } = renderApp('/experts');

    await user.click((await screen.findAllByRole('link', { name: /^View profile/ }))[0] ?? document.body);

    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });
});
