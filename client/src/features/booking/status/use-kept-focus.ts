import { useEffect, useRef } from 'react';

/** Where the content of the page is replaced and what had the focus is gone, the focus goes to the new heading. */
export function useKeptFocus(): void {
  const last = useRef<EventTarget>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // After every change: the page does not say when it replaces what.
  useEffect(() => {
    const isLost = last.current instanceof HTMLElement && !last.current.isConnected;
    if (isLost && document.activeElement === document.body) document.querySelector('h1')?.focus();
  });
}
