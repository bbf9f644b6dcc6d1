import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasFrames, watchFrame } from './watch-frame.ts';

const patienceMs = 10_000;
let failed: ReturnType<typeof vi.fn<() => void>>;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  failed = vi.fn<() => void>();
  stop = watchFrame({ onFailed: failed, patienceMs });
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

/** The frame that the gateway's checkout puts into the page. */
function openFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame;
}

const say = (source: MessageEventSource | null) => window.dispatchEvent(new MessageEvent('message', { source }));

describe('the gateway’s frame', () => {
  it('works once it has spoken, however long the customer then takes', () => {
    say(openFrame().contentWindow);

    vi.advanceTimersByTime(10 * patienceMs);
    expect(failed).not.toHaveBeenCalled();
  });

  it('has failed when it stays silent', () => {
    openFrame();

    vi.advanceTimersByTime(patienceMs - 1);
    expect(failed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(failed).toHaveBeenCalledOnce();
  });

  it('is not taken to work because the page itself, or an extension in it, speaks', () => {
    openFrame();
    say(window);

    vi.advanceTimersByTime(patienceMs);
    expect(failed).toHaveBeenCalledOnce();
  });

  it.each(['frame-src', 'child-src'])('has failed at once when the policy of the page refuses it (%s)', (directive) => {
    const refusal = Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: directive });
    document.dispatchEvent(refusal);

    vi.advanceTimersByTime(patienceMs);
    expect(failed).toHaveBeenCalledOnce();
  });

  it('is not blamed for another refusal of the policy, nor where the checkout needs none', () => {
    const refusal = Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'img-src' });
    document.dispatchEvent(refusal);

    vi.advanceTimersByTime(patienceMs);
    expect(failed).not.toHaveBeenCalled();
  });

  it('is not watched any more once the checkout is closed', () => {
    openFrame();
    stop();

    vi.advanceTimersByTime(patienceMs);
    expect(failed).not.toHaveBeenCalled();
  });
});

describe('a browser without frames', () => {
  it('is known by a frame that has no window, or that cannot be made', () => {
    expect(hasFrames()).toBe(true);

    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(null);
    expect(hasFrames()).toBe(false);

    vi.spyOn(document, 'createElement').mockImplementation(() => {
      throw new Error('not supported');
    });
    expect(hasFrames()).toBe(false);
  });
});
