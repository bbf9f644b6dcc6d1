import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../testing/api.ts';
import { userId } from '../../testing/fixtures.ts';
import { renderPart, signInAs } from '../../testing/render.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';

const api = useTestApi();

afterEach(() => {
  vi.restoreAllMocks();
});

describe('LanguagePicker', () => {
  it('names each language in its own words, and says which one is on', () => {
    renderPart(<LanguagePicker />);

    expect(screen.getByRole('group', { name: 'Language / भाषा' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'हिन्दी' })).toHaveAttribute('lang', 'hi-IN');
  });

  it('keeps the choice and loads the page again, at the same address', async () => {
    const reload = vi.spyOn(window.location, 'reload').mockReturnValue();
    const { user, queryClient } = renderPart(<LanguagePicker />);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));

    await user.click(screen.getByRole('button', { name: 'हिन्दी' }));

    expect(localStorage.getItem('serene.locale')).toBe('hi');
    expect(reload).toHaveBeenCalledOnce();
    expect(localStorage.getItem('serene.locale-unsaved')).toBeNull();
  });

  it('notes whose choice it was, so that the mails of a person follow', async () => {
    vi.spyOn(window.location, 'reload').mockReturnValue();
    signInAs(api.current);
    const { user, queryClient } = renderPart(<LanguagePicker />);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));

    await user.click(screen.getByRole('button', { name: 'हिन्दी' }));

    expect(localStorage.getItem('serene.locale-unsaved')).toBe(userId);
  });

  it('notes a choice also before the page knows who is signed in', async () => {
    vi.spyOn(window.location, 'reload').mockReturnValue();
    signInAs(api.current);
    api.current.fail('POST /auth/refresh', 'INTERNAL');
    const { user, queryClient } = renderPart(<LanguagePicker />);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));

    await user.click(screen.getByRole('button', { name: 'हिन्दी' }));

    expect(localStorage.getItem('serene.locale-unsaved')).toBe('?');
  });

  it('leaves the page alone where the language stays', async () => {
    const reload = vi.spyOn(window.location, 'reload').mockReturnValue();
    const { user } = renderPart(<LanguagePicker />);

    await user.click(screen.getByRole('button', { name: 'English' }));

    expect(reload).not.toHaveBeenCalled();
  });

  it('offers only the other ones where there is little room', () => {
    renderPart(<LanguagePicker offer="others" />);

    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['हिन्दी']);
  });
});
