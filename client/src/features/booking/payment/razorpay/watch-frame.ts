type FrameWatch = {
  /** Called once, when the gateway's frame is known not to work here. */
  onFailed: () => void;
  /** How long a frame may say nothing, in milliseconds. */
  patienceMs?: number;
};

/** Whether this browser makes frames at all. */
export function hasFrames(): boolean {
  try {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
    const works = frame.contentWindow !== null;
    frame.remove();
    return works;
  } catch {
    return false;
  }
}

/**
 * Finds out whether the gateway's checkout works in its frame. A frame that is blocked looks like any other from outside;
 * but one that runs speaks to its opener at once, since that is how it gets what to show. So a frame fails that the
 * page's policy refuses, or that has said nothing for a while. The app itself has no frames.
 * @returns how to end the watch
 */
export function watchFrame({ onFailed, patienceMs = 10_000 }: FrameWatch): () => void {
  const ending = new AbortController();
  const fail = () => {
    ending.abort();
    onFailed();
  };
  const timer = window.setTimeout(() => {
    // Without a frame the checkout has found a way of its own.
    if (document.querySelector('iframe') !== null) fail();
  }, patienceMs);
  ending.signal.addEventListener('abort', () => window.clearTimeout(timer));
  const { signal } = ending;
  window.addEventListener('message', ({ source }) => source !== window && ending.abort(), { signal });
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective }) => /^(?:frame|child)-src$/.test(effectiveDirective) && fail(),
    { signal },
  );
  return () => ending.abort();
}
