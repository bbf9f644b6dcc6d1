import { offerRanges, type OfferCategory } from '@serene/shared/offers';
import { Alert, Button, Card, RadioGroup, TextField } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { contradictionsOf } from '../../draft/offer-faults.ts';
import { CurrencySelect } from './CurrencySelect.tsx';
import { idPrefix, type SectionProps } from './section-props.ts';

const kinds = (['free', 'specialized', 'pathway'] as const satisfies readonly OfferCategory[]).map((value) => ({
  value,
  label: words.categories[value],
  hint: words.categoryHints[value],
}));

type PriceSectionProps = SectionProps & { ownCurrency: string };

/** How long it takes, which kind it is, and what it costs. */
export function PriceSection({ draft, faults, onChange, onLeave, ownCurrency }: PriceSectionProps) {
  const { least, most, step } = offerRanges.durationMinutes;
  const contradictions = contradictionsOf(draft);
  return (
    <Card title={words.lengthAndPrice}>
      <TextField
        id={`${idPrefix}durationMinutes`}
        label={fieldNames.durationMinutes}
        hint={words.lengthHint(least, most, step)}
        inputMode="numeric"
        autoComplete="off"
        value={draft.durationMinutes}
        error={faults['durationMinutes']}
        onChange={(event) => onChange({ durationMinutes: event.target.value })}
        onBlur={() => onLeave('durationMinutes')}
      />
      <RadioGroup
        id={`${idPrefix}category`}
        label={fieldNames.category}
        options={kinds}
        value={draft.category}
        error={faults['category']}
        onChange={(category) => onChange({ category })}
      />
      {contradictions['category'] !== undefined && (
        <Button variant="secondary" className="self-start" onClick={() => onChange({ category: 'free' })}>
          {words.makeFree}
        </Button>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id={`${idPrefix}price`}
          label={fieldNames.price}
          inputMode="decimal"
          autoComplete="off"
          value={draft.price}
          error={faults['price']}
          onChange={(event) => onChange({ price: event.target.value })}
          onBlur={() => onLeave('price')}
        />
        <CurrencySelect
          currency={draft.currency}
          error={faults['currency']}
          onChange={(currency) => onChange({ currency })}
        />
      </div>
      {contradictions['price'] !== undefined && (
        <Button variant="secondary" className="self-start" onClick={() => onChange({ price: '0' })}>
          {words.setFree}
        </Button>
      )}
      {draft.currency !== ownCurrency && <Alert tone="warn">{words.otherCurrency(ownCurrency)}</Alert>}
    </Card>
  );
}
