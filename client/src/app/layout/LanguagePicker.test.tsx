import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../testing/render.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';

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
    const { user } = renderPart(<LanguagePicker />);

    await user.click(screen.getByRole('button', { name: 'हिन्दी' }));

    expect(localStorage.getItem('serene.locale')).toBe('hi');
    expect(reload).toHaveBeenCalledOnce();
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
