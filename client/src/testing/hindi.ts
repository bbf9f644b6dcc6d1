// Loaded here, while the real clock runs: it extends the `Date` that it finds.
import '@date-fns/tz';
import { afterAll, beforeAll, vi } from 'vitest';

/**
 * Makes the tests of a file speak Hindi. Words are read as modules load, so the modules under test are imported inside
 * the tests; after the file they are forgotten again, and the next one finds its English.
 */
export function useHindi(): void {
  beforeAll(async () => {
    vi.resetModules();
    const [{ loadCatalogue }, { speak }] = await Promise.all([
      import('../lib/messages/catalogues.ts'),
      import('../lib/messages/translate.ts'),
    ]);
    speak('hi', await loadCatalogue('hi'));
  });
  afterAll(() => {
    vi.resetModules();
  });
}
