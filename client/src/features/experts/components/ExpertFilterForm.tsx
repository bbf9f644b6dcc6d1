import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../../components/ui/index.ts';
import { classNames } from '../../../lib/class-names.ts';
import { countFilters, noFilters, type ExpertFilters } from '../filters.ts';
import { words } from '../list-words.ts';
import { FilterFields } from './FilterFields.tsx';
import { SettledField } from './SettledField.tsx';

type ListChoices = { categories: readonly string[]; currencies: readonly string[]; currency: string | null };

type ExpertFilterFormProps = {
  filters: ExpertFilters;
  /** What there is to choose from, as the first page of the list says; undefined until it is known. */
  choices: ListChoices | undefined;
  onChange: (filters: ExpertFilters) => void;
};

/** The search, and filters that fold behind a button where the list would be below the fold otherwise. */
export function ExpertFilterForm({ filters, choices, onChange }: ExpertFilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const set = (change: Partial<ExpertFilters>) => onChange({ ...filters, ...change });
  const clear = () => {
    onChange(noFilters);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      // A search form is what its role says; the element of that name is not yet known to all screen readers.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="search"
      className="flex flex-wrap items-end gap-4"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="min-w-[min(15rem,100%)] flex-1 lg:basis-full">
        <SettledField
          label={words.search}
          type="search"
          value={filters.search}
          onSettle={(search) => set({ search: search.trim() })}
        />
      </div>
      <Button
        variant="secondary"
        aria-expanded={isOpen}
        aria-controls="expert-filters"
        className="lg:hidden"
        onClick={() => setIsOpen(!isOpen)}
      >
        <SlidersHorizontal aria-hidden className="size-4" />
        {words.filtersSet(countFilters({ ...filters, search: '' }))}
      </Button>
      <div id="expert-filters" className={classNames('w-full flex-col gap-4 lg:flex', isOpen ? 'flex' : 'hidden')}>
        <FilterFields
          filters={filters}
          categories={choices?.categories ?? []}
          currencies={choices?.currencies ?? []}
          listCurrency={choices?.currency ?? null}
          onChange={set}
        />
      </div>
      {countFilters(filters) > 0 && (
        <Button variant="quiet" onClick={clear}>
          {words.clear}
        </Button>
      )}
    </form>
  );
}
