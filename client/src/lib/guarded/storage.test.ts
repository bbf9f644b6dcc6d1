import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const refusal = (name: string) => new DOMException('No.', name);
const refuse = (name: string) => () => {
  throw refusal(name);
};

/** What browsers put in the place of a storage that works. */
const refusals: [string, PropertyDescriptor][] = [
  ['throws at the look at it', { get: refuse('SecurityError') }],
  ['is null', { value: null }],
  ['is undefined', { value: undefined }],
  [
    'throws at each use',
    {
      value: {
        getItem: refuse('SecurityError'),
        setItem: refuse('SecurityError'),
        removeItem: refuse('SecurityError'),
      },
    },
  ],
  [
    'throws an error of its own',
    {
      get: () => {
        throw new Error('NS_ERROR_FILE_CORRUPTED');
      },
    },
  ],
];

const working = Object.getOwnPropertyDescriptor(window, 'localStorage');

/** From now on nothing more goes into the storage. */
function fill(): void {
  const { localStorage: storage } = window;
  const full = {
    getItem: (key: string) => storage.getItem(key),
    setItem: refuse('QuotaExceededError'),
    removeItem: (key: string) => storage.removeItem(key),
  };
  Object.defineProperty(window, 'localStorage', { value: full, configurable: true });
}

/** The module as a page loads it. */
async function load() {
  vi.resetModules();
  return import('./storage.ts');
}

afterEach(() => {
  Object.defineProperty(window, 'localStorage', { ...working, configurable: true });
  vi.restoreAllMocks();
});

describe.each(refusals)('where the storage %s', (_, descriptor) => {
  beforeEach(() => {
    Object.defineProperty(window, 'localStorage', { ...descriptor, configurable: true });
  });

  it('the page remembers by itself what it keeps', async () => {
    const { kept } = await load();

    expect(kept.isOpen()).toBe(false);
    expect(kept.read('key')).toBeNull();
    expect(kept.write('key', 'text')).toBe(false);
    expect(kept.read('key')).toBe('text');
    kept.remove('key');
    expect(kept.read('key')).toBeNull();
  });

  it('the app takes the language of the browser, and may ask whether it is signed in', async () => {
    await load();
    const { chosenLocale, keepLocale } = await import('../messages/locale.ts');
    const { dropAccessToken, maySignInSilently } = await import('../api/access-token.ts');

    keepLocale('hi');
    expect(chosenLocale()).toBe('hi');
    expect(maySignInSilently()).toBe(true);
    dropAccessToken();
    expect(maySignInSilently()).toBe(false);
  });
});

describe('a full storage', () => {
  it('keeps what it has, and the page remembers what is newer', async () => {
    const { kept } = await load();
    kept.write('key', 'old');
    fill();

    expect(kept.write('key', 'new')).toBe(false);

    expect(kept.read('key')).toBe('new');
    expect(kept.isOpen()).toBe(false);
    kept.remove('key');
    expect(kept.read('key')).toBeNull();
    expect(localStorage.getItem('key')).toBeNull();
  });

  it('takes the copy for reading offline as a whole or not at all', async () => {
    await load();
    const { readCopy, writeCopy } = await import('../offline-copy/storage.ts');
    writeCopy({ queries: [], mutations: [] });
    fill();

    writeCopy({ queries: ['more'], mutations: [] });

    expect(readCopy()).toBeUndefined();
  });
});

describe('what is kept', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['{"a":', undefined],
    ['', undefined],
    ['undefined', undefined],
    [null, undefined],
  ])('as %j is read as %j', async (text, value) => {
    const { parseKept } = await load();

    expect(parseKept(text)).toEqual(value);
  });
});
