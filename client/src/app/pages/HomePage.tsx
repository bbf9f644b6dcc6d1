import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { buttonClass, PageHeading } from '../../components/ui/index.ts';
import { expertPages } from '../../features/experts/index.ts';
import { onIntent } from '../../lib/on-intent.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import { words } from '../words.ts';

// Below what is said first, and not needed on any other page.
const HowItWorks = lazyPart(async () => (await import('./HowItWorks.tsx')).HowItWorks);

/** The start page: what this is, and the way in. */
export function HomePage() {
  return (
    <div className="page flex flex-col gap-12 py-10 md:gap-16 md:py-20">
      <section className="flex max-w-[56ch] flex-col items-start gap-5">
        <PageHeading title={words.heroTitle} />
        <p className="text-lead text-muted">{words.heroText}</p>
        <Link to="/experts" className={buttonClass('primary')} {...onIntent(expertPages.list)}>
          {words.findExpert}
        </Link>
      </section>
      <Suspense>
        <HowItWorks />
      </Suspense>
    </div>
  );
}
