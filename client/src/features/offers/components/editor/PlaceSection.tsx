import { placeKinds } from '@serene/shared/offers';
import { Card, RadioGroup, TextAreaField, TextField } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { idPrefix, type SectionProps } from './section-props.ts';

const places = placeKinds.map((value) => ({ value, label: words.places[value], hint: words.placeHints[value] }));

/** Where it takes place. */
export function PlaceSection({ draft, faults, onChange, onLeave }: SectionProps) {
  return (
    <Card title={words.where}>
      <RadioGroup
        label={fieldNames.placeKind}
        options={places}
        value={draft.placeKind}
        onChange={(placeKind) => onChange({ placeKind })}
      />
      {draft.placeKind === 'link' && (
        <TextField
          id={`${idPrefix}link`}
          label={fieldNames.link}
          hint={words.linkHint}
          type="url"
          inputMode="url"
          autoComplete="off"
          value={draft.link}
          error={faults['link']}
          onChange={(event) => onChange({ link: event.target.value })}
          onBlur={() => onLeave('link')}
        />
      )}
      {draft.placeKind === 'address' && (
        <TextAreaField
          id={`${idPrefix}address`}
          label={fieldNames.address}
          hint={words.addressHint}
          value={draft.address}
          error={faults['address']}
          onChange={(event) => onChange({ address: event.target.value })}
          onBlur={() => onLeave('address')}
        />
      )}
    </Card>
  );
}
