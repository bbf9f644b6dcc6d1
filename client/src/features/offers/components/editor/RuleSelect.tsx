import { SelectField } from '../../../../components/ui/index.ts';
import { ruleWords as words } from '../../editor-words.ts';

type RuleSelectProps = {
  id: string;
  label: string;
  /** Null is the expert's own rule. */
  value: number | null;
  /** The expert's own rule, which holds unless another is chosen. */
  mine: string;
  choices: readonly number[];
  text: (choice: number) => string;
  onChange: (value: number | null) => void;
};

/** A rule of an offer: the expert's own, or another. */
export function RuleSelect({ id, label, value, mine, choices, text, onChange }: RuleSelectProps) {
  return (
    <SelectField
      id={id}
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{words.mine(mine)}</option>
      {withValue(choices, value).map((choice) => (
        <option key={choice} value={choice}>
          {text(choice)}
        </option>
      ))}
    </SelectField>
  );
}

/** Another value may have been set elsewhere: it stays one of the choices. */
function withValue(choices: readonly number[], value: number | null): number[] {
  const all = new Set(value === null ? choices : [...choices, value]);
  return [...all].toSorted((one, other) => one - other);
}
