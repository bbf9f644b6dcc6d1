import { CalendarDays, CreditCard, Search } from 'lucide-react';
import { Link } from 'react-router-dom';
import { buttonClass, PageHeading } from '../../components/ui/index.ts';
import { expertPages } from '../../features/experts/index.ts';
import { onIntent } from '../../lib/on-intent.ts';
import { words } from '../words.ts';

const icons = [Search, CalendarDays, CreditCard];

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
      <section aria-labelledby="how" className="flex flex-col gap-5">
        <h2 id="how" className="text-h2 font-semibold">
          {words.how}
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {words.howSteps.map(({ title, text }, index) => {
            const Icon = icons[index] ?? Search;
            return (
              <li key={title} className="flex flex-col gap-2 card p-5">
                <Icon aria-hidden strokeWidth={1.75} className="size-7 text-calm" />
                <h3 className="text-lead font-semibold">{title}</h3>
                <p className="text-muted">{text}</p>
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}
