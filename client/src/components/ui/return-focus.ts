import { useLayoutEffect, useRef, type RefObject } from 'react';

export type FocusTarget = RefObject<HTMLElement | null>;

/**
 * Where focus goes when a dialog that is opened by state, not by a trigger, closes: to what opened it, or to the page's
 * heading where that is gone. Dialogs that take turns share one `opener`.
 */
export function useReturnFocus(open: boolean, opener?: FocusTarget): (event: Event) => void {
  const ownOpener = useRef<HTMLElement>(null);
  const returnTo = opener ?? ownOpener;
  useLayoutEffect(() => {
    // The content mounts after this: what has focus now is what opened the dialog.
    const active = document.activeElement;
    if (open && active instanceof HTMLElement && active !== document.body) returnTo.current = active;
  }, [open, returnTo]);
  return (event) => {
    event.preventDefault();
    const remembered = returnTo.current;
    const target = remembered?.isConnected === true ? remembered : document.querySelector<HTMLElement>('h1');
    if (target !== null && !isOutOfReach(target)) target.focus();
  };
}

/** Whether something else, another dialog or the payment window, has taken the page meanwhile. */
function isOutOfReach(element: HTMLElement): boolean {
  return element.closest('[inert], [aria-hidden="true"]') !== null;
}
