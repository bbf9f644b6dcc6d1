import { SelectField } from '../../../components/ui/index.ts';
import { expertSorts, readPrice, type ExpertFilters } from '../filters.ts';
import { words } from '../list-words.ts';
import { SettledField } from './SettledField.tsx';

type FilterFieldsProps = {
  filters: ExpertFilters;
  categories: readonly string[];
  onChange: (change: Partial<ExpertFilters>) => void;
};

/** Category, prices and order. */
export function FilterFields({ filters, categories, onChange }: FilterFieldsProps) {
  return (
    <>
      <SelectField
        label={words.category}
        value={filters.category}
        onChange={(event) => onChange({ category: event.target.value })}
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
          onSettle={(text) => onChange({ minPrice: readPrice(text) })}
        />
        <SettledField
          label={words.maxPrice}
          inputMode="decimal"
          value={String(filters.maxPrice ?? '')}
          onSettle={(text) => onChange({ maxPrice: readPrice(text) })}
        />
      </div>
      <SelectField
        label={words.sort}
        value={filters.sort}
        onChange={(event) => onChange({ sort: expertSorts.find((sort) => sort === event.target.value) ?? 'name' })}
      >
        {expertSorts.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** The category of a followed link stays choosable while the list of categories is still on its way. */
function withCurrent(categories: readonly string[], current: string): readonly string[] {
  return current === '' || categories.includes(current) ? categories : [...categories, current];
}
