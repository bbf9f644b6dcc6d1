import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteServerTime } from '../../../lib/time/server-clock.ts';
import { renderPart } from '../../../testing/render.tsx';
import { HoldCountdown } from './HoldCountdown.tsx';

const begun = new Date('2026-01-12T04:00:00.000Z');
const order = { holdExpiresAt: '2026-01-12T04:11:00.000Z' };

beforeEach(() => {
  vi.useFakeTimers({ now: begun });
  // This device is a minute behind the server, whose clock counts.
  noteServerTime('2026-01-12T04:01:00.000Z');
});
afterEach(() => {
  vi.useRealTimers();
});

const region = (politeness: string) => document.querySelector(`[data-live-region="${politeness}"]`);

/** Lets the clock run, and gives what a screen reader says meanwhile, each with the second at which it begins. */
async function heardDuring(seconds: number): Promise<[number, string][]> {
  const heard: [number, string][] = [];
  let shown = '';
  for (let second = 1; second <= seconds; second += 1) {
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    const text = `${region('polite')?.textContent ?? ''}${region('assertive')?.textContent ?? ''}`;
    if (text !== '' && text !== shown) heard.push([second, text]);
    shown = text;
  }
  return heard;
}

function renderCountdown() {
  const onEnd = vi.fn<() => void>();
  renderPart(<HoldCountdown order={order} time="2:00 pm" zone="Asia/Kolkata" onEnd={onEnd} />);
  return onEnd;
}

describe('the time that a hold has left', () => {
  it('is counted by the server’s clock', () => {
    renderCountdown();

    expect(screen.getByRole('timer')).toHaveTextContent('10 minutes left');
  });

  it.each([
    ['two days ahead', '2026-01-14T04:00:00.000Z'],
    ['four years back', '2022-01-12T04:00:00.000Z'],
  ])('goes on when the clock of the device is set %s meanwhile', async (_, setTo) => {
    const onEnd = renderCountdown();

    vi.setSystemTime(setTo);
    await heardDuring(60);

    expect(screen.getByRole('timer')).toHaveTextContent('9 minutes left');
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('is announced five and two minutes before the end, once each, and its end at once', async () => {
    const onEnd = renderCountdown();

    expect(await heardDuring(10 * 60 + 10)).toEqual([
      [5 * 60, '5 minutes left'],
      [8 * 60, '2 minutes left'],
      [10 * 60, 'Your hold has ended'],
    ]);

    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('interrupts with its end only', async () => {
    renderCountdown();
    await heardDuring(8 * 60);
    expect(region('polite')).toHaveTextContent('2 minutes left');

    await heardDuring(2 * 60);

    expect(region('assertive')).toHaveTextContent('Your hold has ended');
  });
});
