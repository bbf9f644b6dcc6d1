import { screen, waitFor, within } from '@testing-library/react';
import type { ExpertCard } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildExpert } from '../../../testing/fixtures.ts';
import { renderApp } from '../../../testing/render.tsx';

const khan = buildExpert();
const moss = buildExpert({ id: 'a2b2c3d4e5f60718293a4b5c', slug: 'ravi-moss', name: 'Ravi Moss', currency: 'USD' });
type Narrowed = { currencies?: string[]; currency?: string | null; otherCurrencies?: number };
const page = (experts: ExpertCard[], narrowed: Narrowed = {}) => ({
  success: true as const,
  experts,
  categories: ['Clinical Psychologist'],
  currencies: ['INR', 'USD'],
  currency: null,
  otherCurrencies: 0,
  total: experts.length,
  nextCursor: null,
  ...narrowed,
});
const api = useTestApi((server) => server.on('GET /experts', 200, page([khan, moss])));
const lastQuery = () => api.current.calls('GET /experts').at(-1)?.query;

describe('experts with prices in several currencies', () => {
  it('are compared in one by price, and the page says which and who is left out', async () => {
    const { user } = renderApp('/experts');
    await screen.findByText('2 experts');
    expect(screen.queryByText(/left out/)).toBeNull();
    expect(screen.getByLabelText('Currency')).toHaveDisplayValue('All currencies');
    api.current.on('GET /experts', 200, page([khan], { currency: 'INR', otherCurrencies: 1 }));

    await user.selectOptions(screen.getByLabelText('Sort by'), 'Price, lowest first');

    const sentence =
      'Only experts with prices in INR are listed. 1 expert with prices in another currency is left out.';
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByLabelText('Currency')).toHaveDisplayValue('Most common: INR');
  });

  it('are compared in the one that is chosen, which stands in the address', async () => {
    const { user, location } = renderApp('/experts?sort=price');
    await screen.findByText('2 experts');
    api.current.on('GET /experts', 200, page([moss], { currency: 'USD', otherCurrencies: 2 }));

    await user.selectOptions(screen.getByLabelText('Currency'), 'USD');

    expect(await screen.findByText(/2 experts with prices in other currencies are left out\./)).toBeVisible();
    await waitFor(() => expect(lastQuery()).toMatchObject({ currency: 'USD', sort: 'price' }));
    expect(location()).toBe('/experts?currency=USD&sort=price');
    expect(screen.getByRole('button', { name: 'Filters (1)' })).toBeInTheDocument();
  });

  it('are explained where none is left, and all come back with the filters cleared', async () => {
    api.current.on('GET /experts', 200, page([], { currency: 'USD', otherCurrencies: 3 }));
    const { user, location } = renderApp('/experts?currency=USD&maxPrice=5');

    expect(await screen.findByText('No experts match this search')).toBeVisible();
    expect(screen.getByText(/^Only experts with prices in USD are listed\. 3 experts/)).toBeVisible();
    api.current.on('GET /experts', 200, page([khan, moss]));
    const list = within(screen.getByRole('region', { name: 'Experts' }));
    await user.click(list.getByRole('button', { name: 'Clear filters' }));

    expect(await screen.findByText('2 experts')).toBeVisible();
    expect(location()).toBe('/experts');
  });

  it('need no choice where there is one currency', async () => {
    api.current.on('GET /experts', 200, page([khan], { currencies: ['INR'] }));
    renderApp('/experts');

    await screen.findByText('1 expert');
    expect(screen.queryByLabelText('Currency')).toBeNull();
  });

  it.each(['XYZ', 'usd', 'dollars'])('are not asked for in the %s of an address', async (currency) => {
    renderApp(`/experts?currency=${currency}`);

    await screen.findByText('2 experts');
    expect(lastQuery()).not.toHaveProperty('currency', currency);
  });
});
