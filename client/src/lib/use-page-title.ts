import { useEffect } from 'react';
import { config } from './config.ts';

/** Sets the window's title while the caller is on screen; a dialog's title gives way to the page's again. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${config.brandName}`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
