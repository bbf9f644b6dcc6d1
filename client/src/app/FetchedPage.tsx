import { useEffect, useState, type ComponentType } from 'react';
import { fetchWhenOnline } from '../lib/lazy-part.ts';
import { LoadingPage } from './pages/LoadingPage.tsx';

export type FetchPage = () => Promise<ComponentType>;

const here = new Map<FetchPage, ComponentType>();

/** Fetches a page once; what could not be fetched is tried again the next time. */
export async function fetchOnce(fetchPage: FetchPage): Promise<ComponentType> {
  const page = here.get(fetchPage) ?? (await fetchWhenOnline(fetchPage));
  here.set(fetchPage, page);
  return page;
}

/** Whether a page can be shown at once. */
export function isHere(fetchPage: FetchPage): boolean {
  return here.has(fetchPage);
}

type FetchedPageProps = { fetchPage: FetchPage };

/** A page as soon as it is here. One that cannot be fetched is an error of the page. */
export function FetchedPage({ fetchPage }: FetchedPageProps) {
  const [Page, setPage] = useState(() => here.get(fetchPage));
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    if (Page !== undefined) return;
    let isShown = true;
    fetchOnce(fetchPage).then(
      (page) => isShown && setPage(() => page),
      (error: unknown) => isShown && setFailure({ error }),
    );
    return () => {
      isShown = false;
    };
  }, [Page, fetchPage]);
  if (failure !== undefined) throw failure.error;
  return Page === undefined ? <LoadingPage /> : <Page />;
}
