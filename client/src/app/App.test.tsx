import { onlineManager } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useTestApi } from '../testing/api.ts';
import { renderApp } from '../testing/render.tsx';

useTestApi();

afterEach(() => {
  onlineManager.setOnline(true);
});

describe('the frame around every page', () => {
  it('begins with a link to the content', async () => {
    const { user } = renderApp('/');
    await screen.findByRole('heading', { level: 1 });

    await user.tab();

    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    expect(screen.getByRole('main')).toHaveAttribute('id', 'content');
  });

  it('asks nothing of the server on a first visit', async () => {
    // The test server fails this test if it were asked for anything.
    renderApp('/');

    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
  });

  it('folds its pages behind one button, which Escape closes', async () => {
    const { user } = renderApp('/');
    const menu = await screen.findByRole('button', { name: 'Menu' });

    await user.click(menu);
    expect(menu).toHaveAttribute('aria-expanded', 'true');
    await user.tab();
    await user.keyboard('{Escape}');

    expect(menu).toHaveAttribute('aria-expanded', 'false');
    expect(menu).toHaveFocus();
  });

  it('says when the connection is gone (C11)', async () => {
    renderApp('/');

    act(() => onlineManager.setOnline(false));

    expect(await screen.findByText(/You're offline/)).toBeVisible();
  });

  it('has a page for addresses that lead nowhere', async () => {
    renderApp('/nowhere');

    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible();
  });
});
