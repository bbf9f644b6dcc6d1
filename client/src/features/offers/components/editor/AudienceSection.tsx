import { offerAccesses, offerLimits } from '@serene/shared/offers';
import { Button, Card, RadioGroup, TextAreaField } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { contradictionsOf } from '../../draft/offer-faults.ts';
import { idPrefix, type SectionProps } from './section-props.ts';

const audiences = offerAccesses.map((value) => ({
  value,
  label: words.accesses[value],
  hint: words.accessHints[value],
}));

/** Who may book it; for a pathway also which ones there are. */
export function AudienceSection({ draft, faults, onChange, onLeave }: SectionProps) {
  return (
    <Card title={words.who}>
      <RadioGroup
        id={`${idPrefix}access`}
        label={fieldNames.access}
        options={audiences}
        value={draft.access}
        error={faults['access']}
        onChange={(access) => onChange({ access })}
      />
      {contradictionsOf(draft)['access'] !== undefined && (
        <Button variant="secondary" className="self-start" onClick={() => onChange({ access: 'members' })}>
          {words.makeMembers}
        </Button>
      )}
      {draft.category === 'pathway' && (
        <TextAreaField
          id={`${idPrefix}pathways`}
          label={fieldNames.pathways}
          hint={words.pathwaysHint(offerLimits.pathways)}
          rows={4}
          value={draft.pathways}
          error={faults['pathways']}
          onChange={(event) => onChange({ pathways: event.target.value })}
          onBlur={() => onLeave('pathways')}
        />
      )}
    </Card>
  );
}
