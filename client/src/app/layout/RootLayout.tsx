import { useRef, useEffect, type ReactNode } from 'react';
import type { Location } from 'react-router-dom';
import { config, supportLink } from '../../lib/config.ts';
import { AccountGate } from '../../features/auth/index.ts';
import { words } from '../words.ts';
import { Header } from './Header.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { useScrollPosition } from './use-scroll-position.ts';

type RootLayoutProps = {
  /** The address of the page. */
  shown: Location;
  /** Whether another page is on its way. */
  isLeaving: boolean;
  children: ReactNode;
};

/** What every page stands in: skip link, header, the page, footer. */
export function RootLayout({ shown, isLeaving, children }: RootLayoutProps) {
  useScrollPosition(shown);
  useFocusOnNavigation(shown);
  return (
    <div className="flex min-h-dvh flex-col has-[[data-bottom-bar]]:max-lg:pb-18">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2 focus:text-link focus:shadow-raised"
      >
        {words.skip}
      </a>
      <Header />
      {isLeaving && <div aria-hidden className="skeleton fixed inset-x-0 top-0 z-30 h-0.5 bg-primary" />}
      <OfflineBar />
      {/* As high as the screen from the start, so that the footer does not jump when the page is filled. */}
      <main id="content" tabIndex={-1} className="min-h-[calc(100dvh-4rem)] flex-1 outline-none">
        <AccountGate>{children}</AccountGate>
      </main>
      <footer className="print:hidden mt-8 border-t border-line py-6 text-small text-muted">
        <div className="page flex flex-wrap items-center justify-between gap-3">
          <p>{words.footer(config.brandName)}</p>
          <LanguagePicker />
          <a href={supportLink()} className="inline-flex min-h-11 items-center text-link underline">
            {words.support}
          </a>
        </div>
      </footer>
    </div>
  );
}

/** After a change of page, focus goes to its heading: otherwise it stays on a link that is gone. */
function useFocusOnNavigation({ pathname }: Location): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A dialog that opened with the page has taken the focus already.
    if (document.querySelector('[role="dialog"]') === null)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [pathname]);
}
