import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expertId } from '../../../testing/fixtures.ts';
import { useTestApi } from '../../../testing/api.ts';
import { followTimes } from './follow-times.ts';

const key = 'GET /experts/:id/availability/stream';
const api = useTestApi();
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  end = new AbortController();
});
afterEach(() => end.abort());

function follow() {
  const onStale = vi.fn<() => void>();
  return { onStale, done: followTimes(expertId, { signal: end.signal, onStale }) };
}
const connections = (count: number) => vi.waitUntil(() => api.current.calls(key).length === count);

describe('following an expert’s free times', () => {
  it('hears each event of the server', async () => {
    const { onStale } = follow();
    await connections(1);

    api.current.tell('reset');
    api.current.tell('changed');

    await vi.waitUntil(() => onStale.mock.calls.length === 2);
  });

  it('comes back after a broken connection, and waits longer each time', async () => {
    api.current.raw(key, () => new Response('', { status: 200 }));
    follow();
    await connections(1);

    await vi.advanceTimersByTimeAsync(1_000);
    await connections(2);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(api.current.calls(key)).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    await connections(3);
  });

  it('gives up a connection that has fallen silent', async () => {
    follow();
    await connections(1);

    await vi.advanceTimersByTimeAsync(52_000);

    await connections(2);
  });

  it('stops for an expert who does not exist', async () => {
    api.current.fail(key, 'NOT_FOUND');

    await follow().done;

    expect(api.current.calls(key)).toHaveLength(1);
  });

  it('ends with the page', async () => {
    const { done } = follow();
    await connections(1);

    end.abort();

    await done;
  });
});
