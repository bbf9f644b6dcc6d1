import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenLocale, keepLocale } from './locale.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the language of the app', () => {
  it.each([
    [['hi-IN', 'en-US'], 'hi'],
    [['mr-IN', 'hi', 'en'], 'hi'],
    [['en-GB', 'hi'], 'en'],
    [['mr-IN', 'fr'], 'en'],
    [[], 'en'],
  ])('is the first of the browser’s %j that we speak', (languages, locale) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

    expect(chosenLocale()).toBe(locale);
  });

  it('is the one that was chosen, whatever the browser speaks', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['hi-IN']);
    keepLocale('en');

    expect(chosenLocale()).toBe('en');
  });

  it('is not something unknown that was stored', () => {
    localStorage.setItem('serene.locale', 'toString');

    expect(chosenLocale()).toBe('en');
  });
});
