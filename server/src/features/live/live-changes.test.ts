import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../infra/logger.ts';
import { createLiveChanges } from './live-changes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The bus of a process, with a count of what it asks of the database. */
function createBus() {
  const asked = { opened: 0, closed: 0 };
  const live = createLiveChanges({
    logger: createLogger('silent'),
    openFeed: async () => {
      asked.opened += 1;
      return { close: async () => void (asked.closed += 1) };
    },
  });
  const visit = async () => (await live.subscribe('an expert', () => undefined))();
  return { live, asked, visit };
}

describe('the feed of a process', () => {
  it('is opened once for somebody who comes and goes a hundred times', async () => {
    const { asked, visit } = createBus();

    for (let visits = 0; visits < 100; visits += 1) await visit();

    expect(asked).toEqual({ opened: 1, closed: 0 });
  });

  it('is closed a minute after the last has left, and opened again for the next', async () => {
    const { asked, visit } = createBus();
    await visit();

    await vi.advanceTimersByTimeAsync(59_000);
    expect(asked.closed).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.closed).toBe(1);
    await visit();

    expect(asked).toEqual({ opened: 2, closed: 1 });
  });

  it('stays open where somebody came within the minute', async () => {
    const { live, asked, visit } = createBus();
    await visit();
    await live.subscribe('an expert', () => undefined);

    await vi.advanceTimersByTimeAsync(120_000);

    expect(asked).toEqual({ opened: 1, closed: 0 });
  });
});
