import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  askWhenInDoubt,
  noteServerTime,
  serverNow,
  serverTimeOf,
  useOpeningTime,
  useServerNow,
} from './server-clock.ts';

const server = '2026-01-12T04:00:00.000Z';
const hour = 3_600_000;

beforeEach(() => {
  // The server counts; this device has its own idea.
  vi.useFakeTimers({ now: new Date('2031-07-01T00:00:00Z') });
});
afterEach(() => {
  askWhenInDoubt(() => {});
  vi.useRealTimers();
});

describe('the server’s clock', () => {
  it.each(['2031-07-01T00:00:00Z', '2019-02-28T23:59:59Z', '1970-01-01T00:00:00Z'])(
    'counts on a device whose clock says %s',
    (device) => {
      vi.setSystemTime(device);
      noteServerTime(server);

      vi.advanceTimersByTime(hour);

      expect(serverNow()).toBe(Date.parse(server) + hour);
    },
  );

  it.each(['2040-01-01T00:00:00Z', '2026-01-10T00:00:00Z'])('goes on when the device is set to %s', (setTo) => {
    noteServerTime(server);
    vi.advanceTimersByTime(hour);
    vi.setSystemTime(setTo);
    vi.advanceTimersByTime(hour);

    expect(serverNow()).toBe(Date.parse(server) + 2 * hour);
  });

  it.each([null, '', 'yesterday'])('takes no notice of %j', (text) => {
    noteServerTime(server);
    noteServerTime(text);

    expect(serverNow()).toBe(Date.parse(server));
  });

  it('says nothing to a page until it is known, and then as it passes', () => {
    const { result } = renderHook(useServerNow);
    expect(result.current).toBeNull();

    act(() => noteServerTime(server));
    expect(result.current).toBe(Date.parse(server));

    act(() => void vi.advanceTimersByTime(60_000));
    expect(result.current).toBe(Date.parse(server) + 60_000);
  });

  it('corrects when a page was opened', () => {
    const { result } = renderHook(useOpeningTime);
    act(() => void vi.advanceTimersByTime(5 * 60_000));
    act(() => noteServerTime('2026-01-12T04:05:30.000Z'));

    expect(result.current).toEqual(new Date('2026-01-12T04:00:00.000Z'));
  });

  it('tells when something happened by the clock of the device', () => {
    noteServerTime(server);

    expect(serverTimeOf(Date.now() - hour)).toBe(Date.parse(server) - hour);
  });

  it('is asked for again once after the device was set, or slept', () => {
    const ask = vi.fn<() => void>();
    askWhenInDoubt(ask);
    noteServerTime(server);
    const { unmount } = renderHook(useServerNow);
    act(() => void vi.advanceTimersByTime(10 * 60_000));
    expect(ask).not.toHaveBeenCalled();

    vi.setSystemTime(Date.now() + 8 * hour);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    act(() => void vi.advanceTimersByTime(10 * 60_000));

    expect(ask).toHaveBeenCalledTimes(1);
    unmount();
  });
});
