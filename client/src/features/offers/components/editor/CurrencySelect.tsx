import { useMemo } from 'react';
import { SelectField } from '../../../../components/ui/index.ts';
import { intlLocale } from '../../../../lib/messages/translate.ts';
import { fieldNames } from '../../field-words.ts';
import { idPrefix } from './section-props.ts';

type CurrencySelectProps = {
  currency: string;
  hint?: string;
  error?: string | undefined;
  onChange: (currency: string) => void;
};

/** A currency by its code and its name in the language of the page. */
export function CurrencySelect({ currency, hint, error, onChange }: CurrencySelectProps) {
  // Named once: the form is drawn again with every letter, and there are many.
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(intlLocale(), { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => (
      <option key={code} value={code}>
        {code} – {names.of(code)}
      </option>
    ));
  }, []);
  return (
    <SelectField
      id={`${idPrefix}currency`}
      label={fieldNames.currency}
      hint={hint}
      error={error}
      value={currency}
      onChange={(event) => onChange(event.target.value)}
    >
      {options}
    </SelectField>
  );
}
