import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../testing/api.ts';
import { buildExpert } from '../testing/fixtures.ts';
import { renderApp, renderPart } from '../testing/render.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FetchedPage, fetchOnce, isHere, type FetchPage } from './FetchedPage.tsx';

const khan = buildExpert();
useTestApi((server) => {
  server.on('GET /experts', 200, {
    success: true,
    experts: [khan],
    categories: [],
    currencies: ['INR'],
    currency: null,
    otherCurrencies: 0,
    total: 1,
    nextCursor: null,
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a change of page', () => {
  it('leaves the page before in view until the next one is here, and then begins at its heading', async () => {
    const { user, location } = renderApp('/');
    const scrollTo = vi.spyOn(window, 'scrollTo');

    await user.click(screen.getByRole('link', { name: 'Find an expert' }));

    expect(location()).toBe('/experts');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Find an expert' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(scrollTo).toHaveBeenCalledWith(0, 0);
  });

  it('goes back to the page before', async () => {
    const { user, goBack } = renderApp('/');
    await user.click(screen.getByRole('link', { name: 'Find an expert' }));
    await screen.findByRole('heading', { level: 1, name: 'Find an expert' });

    await goBack();

    expect(await screen.findByRole('heading', { name: 'A calm hour with the right person' })).toBeVisible();
  });
});

describe('a page that is fetched', () => {
  it('is shown as soon as it is here, and at once the next time', async () => {
    const fetchPage = vi.fn(async () => () => <h1>The page</h1>);

    renderPart(<FetchedPage fetchPage={fetchPage} />).unmount();
    await waitFor(() => expect(isHere(fetchPage)).toBe(true));
    renderPart(<FetchedPage fetchPage={fetchPage} />);

    expect(screen.getByRole('heading', { name: 'The page' })).toBeVisible();
    expect(fetchPage).toHaveBeenCalledOnce();
  });

  it('says so when it cannot be fetched, and is tried again later', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const fetchPage = vi.fn<FetchPage>();
    fetchPage.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));

    renderPart(
      <ErrorBoundary>
        <FetchedPage fetchPage={fetchPage} />
      </ErrorBoundary>,
    );

    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('A new version is available');
    expect(within(document.body).getByRole('button', { name: 'Reload' })).toBeVisible();
    fetchPage.mockResolvedValueOnce(() => <p>Here</p>);
    await fetchOnce(fetchPage);
    expect(isHere(fetchPage)).toBe(true);
  });
});
