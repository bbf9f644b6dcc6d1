import { afterEach, describe, expect, it, vi } from 'vitest';
import { reloadWhenOutdated } from './reload-when-outdated.ts';

let stop = () => {};

afterEach(() => {
  stop();
  sessionStorage.clear();
});

/** The page as that version of the app, in place of the one before. */
function watch(version: string) {
  stop();
  const reload = vi.fn();
  stop = reloadWhenOutdated(version, reload);
  return reload;
}

const missPart = () => window.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));

describe('a part of the app that a new version has removed', () => {
  it('loads the page again', () => {
    const reload = watch('version 1');

    missPart();

    expect(reload).toHaveBeenCalledOnce();
  });

  it('does so once for each version, and never in a circle', () => {
    const first = watch('version 2');
    missPart();
    missPart();
    expect(first).toHaveBeenCalledOnce();

    const next = watch('version 3');
    missPart();
    missPart();
    expect(next).toHaveBeenCalledOnce();
  });

  it('is no reason to reload while there is no connection', () => {
    const reload = watch('version 4');
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);

    missPart();

    expect(reload).not.toHaveBeenCalled();
    online.mockRestore();
  });
});
