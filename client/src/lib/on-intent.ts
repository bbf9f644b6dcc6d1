/**
 * Handlers for a link or a button that call `prepare` when somebody is about to press it: a pointer comes over it, the
 * focus reaches it, or a finger touches it. It may be called several times.
 */
export function onIntent(prepare: () => Promise<unknown>) {
  // A guess ahead: where it fails, the press itself finds out.
  const tryIt = () => void prepare().catch(() => undefined);
  return { onPointerEnter: tryIt, onFocus: tryIt, onTouchStart: tryIt };
}
