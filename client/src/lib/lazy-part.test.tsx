import { act, render, screen } from '@testing-library/react';
import { Suspense, type ComponentType } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWhenOnline, lazyPart } from './lazy-part.ts';

const failure = new TypeError('Failed to fetch dynamically imported module');

function setOnline(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  if (isOnline) window.dispatchEvent(new Event('online'));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a part of a page that is fetched', () => {
  it('waits where the connection is gone, and is shown when it is back', async () => {
    setOnline(false);
    const fetchPart = vi.fn<() => Promise<ComponentType>>().mockRejectedValueOnce(failure);
    fetchPart.mockResolvedValueOnce(() => <p>Here</p>);
    const Part = lazyPart(fetchPart);
    render(
      <Suspense fallback={<p>On its way</p>}>
        <Part />
      </Suspense>,
    );
    expect(await screen.findByText('On its way')).toBeVisible();

    await act(async () => setOnline(true));

    expect(await screen.findByText('Here')).toBeVisible();
    expect(fetchPart).toHaveBeenCalledTimes(2);
  });

  it('is an error of the page where there is a connection', async () => {
    setOnline(true);

    await expect(fetchWhenOnline(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});
