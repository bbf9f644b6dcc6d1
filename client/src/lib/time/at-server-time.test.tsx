import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAtServerTime } from './at-server-time.ts';
import { noteServerTime } from './server-clock.ts';

const start = Date.parse('2026-01-15T08:00:00Z');
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: start });
  noteServerTime(new Date(start).toISOString());
});
afterEach(() => {
  noteServerTime(new Date().toISOString());
});

function wait(instant: number | null) {
  const happened = vi.fn<() => void>();
  const view = renderHook(({ at }) => useAtServerTime(at, happened), { initialProps: { at: instant } });
  return { ...view, happened };
}

function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms));
}

describe('acting at a time of the server', () => {
  it.each([
    ['in twenty minutes', 20 * minute],
    ['in two months, which no timer of a browser can wait for', 61 * 24 * 60 * minute],
  ])('happens at the very second: %s', (_when, distance) => {
    const { happened } = wait(start + distance);

    pass(distance - 1000);
    expect(happened).not.toHaveBeenCalled();
    pass(1000);
    expect(happened).toHaveBeenCalledOnce();
  });

  it.each([
    ['two days behind', 48 * 60],
    ['an hour ahead', -60],
  ])('goes by the server’s clock where the one of the device is %s', (_how, minutes) => {
    noteServerTime(new Date(start + minutes * minute).toISOString());
    const { happened } = wait(start + (minutes + 5) * minute);

    pass(5 * minute - 1);
    expect(happened).not.toHaveBeenCalled();
    pass(1);
    expect(happened).toHaveBeenCalledOnce();
  });

  it('catches up when somebody comes back to a page whose timers were paused', () => {
    // Time passes, and no timer goes off.
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: start });
    noteServerTime(new Date(start).toISOString());
    const { happened, unmount } = wait(start + 20 * minute);

    pass(30 * minute);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));

    expect(happened).toHaveBeenCalledOnce();
    unmount();
  });

  it('tries again until the answer names another time, and then waits for that', () => {
    const { happened, rerender } = wait(start + minute);

    pass(minute + 30_000);
    expect(happened).toHaveBeenCalledTimes(3);
    rerender({ at: start + 60 * minute });
    pass(57 * minute);
    expect(happened).toHaveBeenCalledTimes(3);
    rerender({ at: null });
    pass(10 * minute);
    expect(happened).toHaveBeenCalledTimes(3);
  });

  it('ends with the page', () => {
    const { happened, unmount } = wait(start + minute);

    unmount();
    pass(5 * minute);

    expect(happened).not.toHaveBeenCalled();
  });
});
