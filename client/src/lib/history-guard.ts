type Guard = (event: PopStateEvent) => void;

let guard: Guard | undefined;

/** Lets a guard hear of the back and forward buttons before the router: called before the router listens. */
export function listenBeforeRouter(): void {
  window.addEventListener('popstate', (event) => guard?.(event));
}

/**
 * Sets what hears of the back and forward buttons first, and may keep it from the router.
 * @returns takes it away
 */
export function guardHistory(next: Guard): () => void {
  guard = next;
  return () => {
    if (guard === next) guard = undefined;
  };
}
