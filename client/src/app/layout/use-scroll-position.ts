import { useEffect, useLayoutEffect, useRef } from 'react';
import { keptForTab, parseKept } from '../../lib/guarded/storage.ts';
import { NavigationType, useNavigationType, type Location } from 'react-router-dom';

const stored = 'serene.scroll';

/** A new page begins at its top; back and forward lead to where one was, after a reload as well. */
export function useScrollPosition({ key, pathname }: Location): void {
  const isFirst = useRef(true);
  const isReturn = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
  }, []);
  // The first entry of every tab has the same key.
  const place = `${key} ${pathname}`;
  useLayoutEffect(() => {
    const positions = readPositions();
    const before = positions[place];
    // A visit begins at the top. Asking where that is would make the browser lay out the page before it may draw it.
    const isAtTop = isFirst.current && isReturn && !before;
    isFirst.current = false;
    if (isReturn && !isAtTop) window.scrollTo(0, before ?? 0);
    positions[place] = isAtTop ? 0 : window.scrollY;
    const keep = () => {
      positions[place] = window.scrollY;
    };
    const store = () => keptForTab.write(stored, JSON.stringify(positions));
    window.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('pagehide', store);
    return () => {
      window.removeEventListener('scroll', keep);
      window.removeEventListener('pagehide', store);
      store();
    };
  }, [place, isReturn]);
  useLayoutEffect(() => {
    if (!isReturn) window.scrollTo(0, 0);
    // A step of a task changes the address as well, and stays where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname]);
}

function readPositions(): Record<string, number> {
  const positions = Object.entries(parseKept(keptForTab.read(stored)) ?? {});
  return Object.fromEntries(positions.filter((entry) => typeof entry[1] === 'number'));
}
