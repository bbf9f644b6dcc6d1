import { afterEach, describe, expect, it, vi } from 'vitest';
import { openChannel } from './channel.ts';
import { registerServiceWorker } from './service-worker.ts';
import { takingTurns } from './turns.ts';

afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks');
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const denied = () => {
  throw new DOMException('Access to the Locks API is denied in this context.', 'SecurityError');
};
const setLocks = (descriptor: PropertyDescriptor) =>
  Object.defineProperty(navigator, 'locks', { ...descriptor, configurable: true });

describe('pages that cannot take turns', () => {
  it.each([
    ['have no locks', { value: undefined }],
    ['have null for them', { value: null }],
    ['may not look at them', { get: denied }],
    ['are refused at once', { value: { request: denied } }],
    ['are refused later', { value: { request: async () => denied() } }],
  ])('because they %s work at once', async (_, descriptor) => {
    setLocks(descriptor);
    const work = vi.fn<() => Promise<string>>(async () => 'done');

    expect(await takingTurns('name', work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('do not repeat work that failed', async () => {
    setLocks({ value: { request: (_name: string, _options: object, work: () => Promise<void>) => work() } });
    const work = vi.fn<() => Promise<void>>(async () => {
      throw new Error('no answer');
    });

    await expect(takingTurns('name', work)).rejects.toThrow('no answer');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('give up waiting when they are told', async () => {
    setLocks({ value: { request: async () => denied() } });
    const work = vi.fn<() => Promise<void>>();

    await expect(takingTurns('name', work, AbortSignal.abort())).rejects.toThrow('denied');
    expect(work).not.toHaveBeenCalled();
  });
});

describe('a page without a channel to the others', () => {
  it.each([
    ['missing', undefined],
    ['refused', vi.fn<() => void>(denied)],
  ])('tells nobody where it is %s', (_, constructor) => {
    vi.stubGlobal('BroadcastChannel', constructor);
    const channel = openChannel('name', () => {});

    channel.tell();
    channel.close();
  });
});

describe('a page that may have no service worker', () => {
  it.each([
    ['is missing', { value: undefined }],
    ['may not be looked at', { get: denied }],
    ['refuses', { value: { register: async () => denied() } }],
  ])('works without where it %s', async (_, descriptor) => {
    vi.stubEnv('PROD', true);
    Object.defineProperty(navigator, 'serviceWorker', { ...descriptor, configurable: true });

    registerServiceWorker();
    window.dispatchEvent(new Event('load'));
    // A refusal that nobody takes up would fail the test run.
    await Promise.resolve();
  });
});
