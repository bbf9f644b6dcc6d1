import { useEffect, useState } from 'react';
import { useLocation, type Location } from 'react-router-dom';
import { fetchOnce, isHere } from './FetchedPage.tsx';
import { pageFetcher } from './routes.tsx';

/** The address whose page is on screen: while the next page is being fetched, the one before stays. */
export function useShownLocation(): { shown: Location; isLeaving: boolean } {
  const location = useLocation();
  const [settled, setSettled] = useState(location);
  const fetchPage = pageFetcher(location);
  const isReady = fetchPage === undefined || isHere(fetchPage) || settled.pathname === location.pathname;
  useEffect(() => {
    if (settled === location) return;
    let isWanted = true;
    const settle = () => {
      if (isWanted) setSettled(location);
    };
    // A page that cannot be fetched is opened all the same, and says so itself.
    if (fetchPage === undefined) settle();
    else fetchOnce(fetchPage).then(settle, settle);
    return () => {
      isWanted = false;
    };
  }, [fetchPage, location, settled]);
  return { shown: isReady ? location : settled, isLeaving: !isReady };
}
