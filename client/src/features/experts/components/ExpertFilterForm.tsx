import { useEffect, useRef, useState } from 'react';
import { Button, SelectField, TextField } from '../../../components/ui/index.ts';
import { countFilters, expertSorts, noFilters, readPrice, type ExpertFilters } from '../filters.ts';
import { words } from '../words.ts';

type ExpertFilterFormProps = {
  filters: ExpertFilters;
  categories: readonly string[];
  onChange: (filters: ExpertFilters) => void;
};

/** Typing settles for this long before the list is asked for again. */
const settleMs = 300;

/** Search and filters; the list follows while focus stays where it is. */
export function ExpertFilterForm({ filters, categories, onChange }: ExpertFilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<ExpertFilters>) => onChange({ ...filters, ...change });
  const clear = () => {
    onChange(noFilters);
    form.current?.querySelector('input')?.focus();
  };
  return (
    // A search form is what its role says; the element of that name is not yet known to all screen readers.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <form ref={form} role="search" className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
      <SettledField
        label={words.search}
        type="search"
        value={filters.search}
        onSettle={(search) => set({ search: search.trim() })}
      />
      <SelectField
        label={words.category}
        value={filters.category}
        onChange={(event) => set({ category: event.target.value })}
      >
        <option value="">{words.anyCategory}</option>
        {withCurrent(categories, filters.category).map((category) => (
          <option key={category}>{category}</option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 items-end gap-3">
        <SettledField
          label={words.minPrice}
          inputMode="decimal"
          value={String(filters.minPrice ?? '')}
          onSettle={(text) => set({ minPrice: readPrice(text) })}
        />
        <SettledField
          label={words.maxPrice}
          inputMode="decimal"
          value={String(filters.maxPrice ?? '')}
          onSettle={(text) => set({ maxPrice: readPrice(text) })}
        />
      </div>
      <SelectField
        label={words.sort}
        value={filters.sort}
        onChange={(event) => set({ sort: expertSorts.find((sort) => sort === event.target.value) ?? 'name' })}
      >
        {expertSorts.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </SelectField>
      {countFilters(filters) > 0 && (
        <Button variant="quiet" onClick={clear}>
          {words.clear}
        </Button>
      )}
    </form>
  );
}

/** The category of a followed link stays choosable while the list of categories is still on its way. */
function withCurrent(categories: readonly string[], current: string): readonly string[] {
  return current === '' || categories.includes(current) ? categories : [...categories, current];
}

type SettledFieldProps = {
  label: string;
  value: string;
  onSettle: (text: string) => void;
  type?: 'search' | 'text';
  inputMode?: 'decimal';
};

/** A text field that reports once the typing has settled, and follows a value that changes from outside. */
function SettledField({ value, onSettle, ...field }: SettledFieldProps) {
  const [text, setText] = useState(value);
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    if (value !== text.trim()) setText(value);
  }
  const settle = useRef(onSettle);
  useEffect(() => {
    settle.current = onSettle;
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = window.setTimeout(() => settle.current(text), settleMs);
    return () => window.clearTimeout(timer);
  }, [text, value]);
  return <TextField {...field} value={text} onChange={(event) => setText(event.target.value)} />;
}
