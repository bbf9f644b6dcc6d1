import { CalendarDays, CreditCard, Search } from 'lucide-react';
import { words } from './how-words.ts';

const icons = [Search, CalendarDays, CreditCard];

/** The way from a search to a session, in three steps. */
export function HowItWorks() {
  return (
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
  );
}
