import type { ReactNode } from 'react';
import { usePageTitle } from '../../lib/use-page-title.ts';

type PageHeadingProps = { title: string; children?: ReactNode };

/** The page's one `h1`, which takes focus after navigation, and the window's title. */
export function PageHeading({ title, children }: PageHeadingProps) {
  usePageTitle(title);
  return (
    <h1 tabIndex={-1} className="text-h1 font-semibold md:text-display">
      {children ?? title}
    </h1>
  );
}
