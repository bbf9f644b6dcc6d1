import { Checkbox, SelectField } from '../../../components/ui/index.ts';
import { comparesPrices, expertSorts, readPrice, type ExpertFilters } from '../filters.ts';
import { words } from '../list-words.ts';
import { SettledField } from './SettledField.tsx';

type FilterFieldsProps = {
  filters: ExpertFilters;
  categories: readonly string[];
  currencies: readonly string[];
  /** The one currency of the list as it is shown; null where it holds all. */
  listCurrency: string | null;
  onChange: (change: Partial<ExpertFilters>) => void;
};

/** Category, currency, prices, a free first talk, and order. */
export function FilterFields({ filters, categories, currencies, listCurrency, onChange }: FilterFieldsProps) {
  const offered = withCurrent(currencies, filters.currency);
  const isAutomatic = comparesPrices(filters) && filters.currency === '' && listCurrency !== null;
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
      {offered.length > 1 && (
        <SelectField
          label={words.currency}
          value={filters.currency}
          onChange={(event) => onChange({ currency: event.target.value })}
        >
          <option value="">{isAutomatic ? words.automaticCurrency(listCurrency) : words.anyCurrency}</option>
          {offered.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </SelectField>
      )}
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
      <Checkbox
        label={words.freeTalk}
        checked={filters.freeTalk === 'true'}
        onChange={(isOn) => onChange({ freeTalk: isOn ? 'true' : undefined })}
      />
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

/** What a followed link chose stays choosable while the list of choices is still on its way. */
function withCurrent(choices: readonly string[], current: string): readonly string[] {
  return current === '' || choices.includes(current) ? choices : [...choices, current];
}
