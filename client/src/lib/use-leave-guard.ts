import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { guardHistory } from './history-guard.ts';

/**
 * While `isActive`, links and the browser's back and forward buttons do not leave the page: what they would have done
 * is given back, to be done by `leave` or not at all.
 */
export function useLeaveGuard(isActive: boolean) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<() => void>();
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isActive) return;
    const here = historyIndex();
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event);
      if (link === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const { pathname, search, hash } = link;
      setWanted(() => () => void navigate({ pathname, search, hash }));
    };
    const onPopState = (event: PopStateEvent) => {
      if (isLeaving.current) return;
      // Back to where we are, before the router hears of it; that in turn is no wish to leave.
      event.stopImmediatePropagation();
      const steps = historyIndex() - here;
      if (steps === 0) return;
      window.history.go(-steps);
      setWanted(() => () => window.history.go(steps));
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, true);
    const openHistory = guardHistory(onPopState);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      openHistory();
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isActive, navigate]);

  const leave = () => {
    isLeaving.current = true;
    wanted?.();
  };
  return { isAsking: wanted !== undefined, stay: () => setWanted(undefined), leave };
}

/** The link of this app that a press would follow in this window. */
function pressedLink(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || link.origin !== window.location.origin) return undefined;
  return link.pathname === window.location.pathname ? undefined : link;
}

/** How far into the history of this window the page is; the router numbers its entries. */
function historyIndex(): number {
  const state: unknown = window.history.state;
  const index = typeof state === 'object' && state !== null ? Reflect.get(state, 'idx') : undefined;
  return typeof index === 'number' ? index : 0;
}
