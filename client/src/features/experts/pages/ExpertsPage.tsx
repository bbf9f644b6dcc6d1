import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router-dom';
import { PageHeading } from '../../../components/ui/index.ts';
import { ZoneLine } from '../../auth/index.ts';
import { useExperts } from '../api/experts.ts';
import { ExpertFilterForm } from '../components/ExpertFilterForm.tsx';
import { ExpertList } from '../components/ExpertList.tsx';
import { noFilters, readFilters, writeFilters, type ExpertFilters } from '../filters.ts';
import { words } from '../list-words.ts';

/** All experts, narrowed by what stands in the address. */
export function ExpertsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const experts = useExperts(filters);
  // At once: the next change must build on this one.
  const change = (next: ExpertFilters) => flushSync(() => setSearch(writeFilters(next), { replace: true }));
  return (
    <div className="page flex flex-col gap-6 py-6 md:py-10">
      <header className="flex max-w-[68ch] flex-col gap-2">
        <PageHeading title={words.title} />
        <p className="text-muted">{words.intro}</p>
        <ZoneLine />
      </header>
      <div className="grid gap-6 lg:grid-cols-[16rem_1fr] lg:gap-8">
        <section aria-label={words.filters}>
          <ExpertFilterForm filters={filters} choices={experts.data?.pages[0]} onChange={change} />
        </section>
        <ExpertList experts={experts} onClear={() => change(noFilters)} />
      </div>
    </div>
  );
}
